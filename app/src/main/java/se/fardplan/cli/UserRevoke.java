package se.fardplan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user revoke anna@example.se local-lead:2080}. */
@Command(name = "revoke", description = "Ta ifrån ett konto en roll.", mixinStandardHelpOptions = true)
final class UserRevoke implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "E-POST", description = "Kontots adress.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLL[:KOD]", description = "Rollen som user list visar den.")
    private String role = "";

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(where)) {
            installation.ask(Accounts.class).revoke(CurrentUser.console(), email, role);
            System.out.println(installation.ask(Texts.class).of("cli.user.revoked", email, role));
        }
        return 0;
    }
}
