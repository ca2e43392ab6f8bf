package se.fardplan.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import se.fardplan.Texts;

/** The command line's entrance: {@code ./fardplan <command>}. */
@Command(
        name = "fardplan",
        mixinStandardHelpOptions = true,
        version = "Färdplan " + Main.VERSION,
        description = "Färdplan: styr, följ upp och rapportera omställningen till god och nära vård.",
        synopsisSubcommandLabel = "KOMMANDO",
        subcommands = {
            Serve.class,
            Demo.class,
            Import.class,
            User.class,
            Audit.class,
            Value.class,
            ReportCommand.class,
            Backup.class,
            Restore.class,
            SettingsReference.class,
            Training.class
        })
public final class Main {

    static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String... arguments) {
        System.exit(line().execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }

    /** The commands; their exit code is 0 for done, 1 for refused or failed, 2 for asked in a wrong way. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new Main());
        line.registerConverter(Path.class, Main::fromWhereTheUserStands);
        line.setParameterExceptionHandler(misunderstood());
        line.setExecutionExceptionHandler(failed());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(java.util.ResourceBundle.getBundle("messages.cli", Texts.SWEDISH));
        return line;
    }

    /** The script changes folder before it starts Java; what the user writes is relative to where the user stands. */
    static Path fromWhereTheUserStands(String written) {
        return Path.of(System.getProperty("fardplan.cwd", ".")).resolve(written);
    }

    private static IParameterExceptionHandler misunderstood() {
        return (ParameterException e, String[] arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println(Misunderstanding.sentence(e));
            return command.getCommandSpec().exitCodeOnInvalidInput();
        };
    }

    private static @Nullable Path folderOf(CommandLine command) {
        CommandSpec where = command.getCommandSpec().mixins().get("where");
        return where != null && where.userObject() instanceof Where told ? told.folder() : null;
    }

    private static IExecutionExceptionHandler failed() {
        return (e, command, parsed) -> {
            command.getErr().println(Failure.sentence(e, folderOf(command)));
            if (parsed.hasMatchedOption("--debug")) {
                e.printStackTrace(command.getErr());
            }
            return command.getCommandSpec().exitCodeOnExecutionException();
        };
    }
}
