package se.fardplan.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user grant anna@example.se local-lead:2080 --until 2027-12-31}. */
@Command(name = "grant", description = "Ge ett konto en roll.", mixinStandardHelpOptions = true)
final class UserGrant implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "E-POST", description = "Kontots adress.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLL[:KOD]", description = "Som regional-lead eller local-lead:2080.")
    private String role = "";

    @Option(names = "--until", paramLabel = "DATUM", description = "Sista dagen, som 2027-12-31 (annars tills vidare).")
    private @Nullable LocalDate until;

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(where)) {
            installation.ask(Accounts.class).grant(CurrentUser.console(), email, role, until);
            System.out.println(installation.ask(Texts.class).of("cli.user.granted", email, role));
        }
        return 0;
    }
}
