package se.fardplan.cli;

import picocli.CommandLine.Command;

/** {@code ./fardplan import …}: figures from elsewhere. */
@Command(
        name = "import",
        description = "Hämta in uppgifter.",
        synopsisSubcommandLabel = "KOMMANDO",
        mixinStandardHelpOptions = true,
        subcommands = {ImportKolada.class})
final class Import {}
