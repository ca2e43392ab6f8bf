package se.fardplan.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.fardplan.Texts;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** {@code ./fardplan user password anna@example.se}. */
@Command(name = "password", description = "Sätt ett nytt lösenord.", mixinStandardHelpOptions = true)
final class UserPassword implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Mixin
    private Secret secret = new Secret();

    @Parameters(index = "0", paramLabel = "E-POST", description = "Kontots adress.")
    private String email = "";

    @Override
    public Integer call() {
        Optional<String> given = secret.read();
        try (Installation installation = Installation.open(where)) {
            Accounts accounts = installation.ask(Accounts.class);
            String password = given.orElseGet(accounts::generatePassword);
            accounts.setPassword(CurrentUser.console(), email, password);
            Texts texts = installation.ask(Texts.class);
            System.out.println(texts.of("cli.user.password-set", email));
            if (given.isEmpty()) {
                System.out.println(texts.of("cli.user.password-shown-once", password));
            }
        }
        return 0;
    }
}
