package se.fardplan.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import se.fardplan.Texts;

/** A command written in a way that is not understood, as a sentence (missförstånd). */
final class Misunderstanding {

    private static final Texts TEXTS = Texts.standing();

    private Misunderstanding() {}

    static String sentence(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                TEXTS.of("cli.unmatched", String.join(" ", unmatched.getUnmatched()), command);
            case MissingParameterException missing ->
                TEXTS.of(
                        "cli.missing",
                        missing.getMissing().stream()
                                .map(Misunderstanding::name)
                                .collect(Collectors.joining(", ")),
                        command);
            case OverwrittenOptionException twice -> TEXTS.of("cli.twice", name(twice.getOverwritten()), command);
            default -> other(e, command);
        };
    }

    private static String other(ParameterException e, String command) {
        ArgSpec argument = e.getArgSpec();
        if (argument != null && e.getValue() != null) {
            return TEXTS.of("cli.value", e.getValue(), name(argument), command);
        }
        boolean subcommandMissing = !e.getCommandLine().getSubcommands().isEmpty();
        return subcommandMissing
                ? TEXTS.of("cli.subcommand", command, subcommands(e.getCommandLine()))
                : TEXTS.of("cli.unclear", command);
    }

    private static String subcommands(CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
