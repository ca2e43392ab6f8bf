package se.fardplan.cli;

import picocli.CommandLine.Command;

/** {@code ./fardplan value …}: values by hand. */
@Command(
        name = "value",
        description = "Mata in värden för hand.",
        synopsisSubcommandLabel = "KOMMANDO",
        mixinStandardHelpOptions = true,
        subcommands = {ValueSet.class})
final class Value {}
