package se.fardplan.cli;

import picocli.CommandLine.Command;

/** {@code ./fardplan report …}: reports as files. */
@Command(
        name = "report",
        description = "Skriv ut rapporter.",
        synopsisSubcommandLabel = "KOMMANDO",
        mixinStandardHelpOptions = true,
        subcommands = {ReportAnnual.class})
final class ReportCommand {}
