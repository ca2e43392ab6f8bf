package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.cli.DemoServer;

/** Login by a real Keycloak: run where one is, with {@code -Dfardplan.keycloak=<its unpacked folder>}. */
@Tag("keycloak")
class KeycloakBrowserTests {

    @Test
    void givesAndTakesRolesAndRefusesAnAddressThatIsNotVerified() throws Exception {
        try (Keycloak keycloak = Keycloak.start(Path.of(System.getProperty("fardplan.keycloak")))) {
            Map<String, Object> settings = new HashMap<>(keycloak.settings());
            settings.put("fardplan.oidc.roles.chefer", "head");
            DemoServer server = DemoServer.start("dalarna", Demo.AS_OF, settings);
            Accounts accounts = server.ask(Accounts.class);
            for (String name : List.of("anna", "bo")) {
                accounts.add(
                        CurrentUser.console(),
                        name + "@lan.example",
                        name,
                        List.of("politician"),
                        "tre gröna cyklar vid Siljan");
            }
            try (BrowserContext window = Browser.window(server.address(), 1280, 900)) {
                Page page = window.newPage();
                logIn(page, "anna");
                assertThat(page.url()).isEqualTo(server.address() + "/att-gora");
                page.navigate("/mitt-konto");
                assertThat(page.locator("section[aria-labelledby=roller]").innerText())
                        .contains("Chef i Länschefsnätverket", "Förtroendevald");

                keycloak.leaveGroup("anna");
                Demo.submit(page, "header form[action='/logga-ut'] button");
                goTo(page);
                page.navigate("/mitt-konto");
                assertThat(page.locator("section[aria-labelledby=roller]").innerText())
                        .doesNotContain("Chef i Länschefsnätverket")
                        .contains("Förtroendevald");
            }
            try (BrowserContext window = Browser.window(server.address(), 1280, 900)) {
                Page page = window.newPage();
                logIn(page, "bo");
                assertThat(page.locator("main .smal > [role=alert]").innerText())
                        .contains("inte bekräftad");
            }
        }
    }

    private static void goTo(Page page) {
        page.navigate("/logga-in");
        page.waitForNavigation(
                () -> page.locator("a[href='/oauth2/authorization/lan']").click());
    }

    private static void logIn(Page page, String name) {
        goTo(page);
        page.fill("#username", name);
        page.fill("#password", Keycloak.PASSWORD);
        page.waitForNavigation(() -> page.press("#password", "Enter"));
    }
}
