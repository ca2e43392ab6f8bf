package se.fardplan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user list}. */
@Command(name = "list", description = "Visa alla konton.", mixinStandardHelpOptions = true)
final class UserList implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(where)) {
            Texts texts = installation.ask(Texts.class);
            List<Accounts.Line> lines = installation.ask(Accounts.class).list(CurrentUser.console());
            lines.forEach(line -> System.out.println(texts.of(
                    line.disabled() ? "cli.user.line-disabled" : "cli.user.line",
                    line.email(),
                    line.name(),
                    line.roles().isEmpty() ? texts.of("cli.user.no-role") : line.roles())));
            if (lines.isEmpty()) {
                System.out.println(texts.of("cli.user.none"));
            }
        }
        return 0;
    }
}
