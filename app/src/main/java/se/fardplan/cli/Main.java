package se.fardplan.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entrance: {@code ./fardplan <command>}. */
@Command(
        name = "fardplan",
        description = "Färdplan: styr, följ upp och rapportera omställningen till god och nära vård.")
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
