package se.fardplan.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user add anna@example.se --name "Anna Ek" --role regional-lead}. */
@Command(name = "add", description = "Lägg upp ett konto.", mixinStandardHelpOptions = true)
final class UserAdd implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Mixin
    private Secret secret = new Secret();

    @Parameters(index = "0", paramLabel = "E-POST", description = "Adressen som kontot loggar in med.")
    private String email = "";

    @Option(
            names = "--name",
            paramLabel = "NAMN",
            description = "För- och efternamn (annars e-postadressens första del).")
    private @Nullable String name;

    @Option(
            names = "--role",
            paramLabel = "ROLL[:KOD]",
            description = "Som regional-lead, eller local-lead:2080 för en huvudman. Kan stå flera gånger.")
    private List<String> roles = List.of();

    @Override
    public Integer call() {
        Optional<String> given = secret.read();
        try (Installation installation = Installation.open(where)) {
            Accounts accounts = installation.ask(Accounts.class);
            String password = given.orElseGet(accounts::generatePassword);
            String called = name == null ? email.replaceAll("@.*", "") : name;
            accounts.addForFirstLogin(CurrentUser.console(), email, called, roles, password);
            Texts texts = installation.ask(Texts.class);
            System.out.println(texts.of("cli.user.added", email));
            if (given.isEmpty()) {
                System.out.println(texts.of("cli.user.password-shown-once", password));
            }
        }
        return 0;
    }
}
