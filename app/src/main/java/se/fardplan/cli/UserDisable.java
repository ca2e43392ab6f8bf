package se.fardplan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user disable anna@example.se}. */
@Command(name = "disable", description = "Stäng ett konto.", mixinStandardHelpOptions = true)
final class UserDisable implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "E-POST", description = "Kontots adress.")
    private String email = "";

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(where)) {
            installation.ask(Accounts.class).disable(CurrentUser.console(), email);
            System.out.println(installation.ask(Texts.class).of("cli.user.disabled", email));
        }
        return 0;
    }
}
