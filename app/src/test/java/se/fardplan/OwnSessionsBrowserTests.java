package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import se.fardplan.cli.DemoServer;

/** The list of where one is logged in: fit to read at both widths, and used without script. */
class OwnSessionsBrowserTests {

    private static final DemoServer SERVER = DemoServer.start("dalarna", Demo.AS_OF);
    private static final Demo.Account ANNA = Demo.account("Länsadministratör");
    private static final String LIST = "section[aria-labelledby=inloggningar]";

    @Test
    void endsTheOtherOneWithoutScript() {
        try (BrowserContext office = Browser.windowWithoutScript(SERVER.address(), 1280, 900);
                BrowserContext home = Browser.window(SERVER.address(), 390, 844);
                BrowserContext library = Browser.window(SERVER.address(), 390, 844)) {
            Page desk = office.newPage();
            Demo.logIn(desk, ANNA);
            Page sofa = home.newPage();
            Demo.logIn(sofa, ANNA);
            Page shelf = library.newPage();
            Demo.logIn(shelf, ANNA);

            sofa.navigate("/mitt-konto");
            assertThat(sofa.locator(LIST).innerText()).contains("Chrome på Linux", "Den här");
            for (int each = 0; each < sofa.locator(LIST + " summary").count(); each++) {
                sofa.locator(LIST + " summary").nth(each).click();
            }
            assertThat(Walk.shown(sofa, "own sessions").findings).isEmpty();

            desk.navigate("/mitt-konto");
            assertThat(desk.locator(LIST + " li").count()).isEqualTo(3);
            desk.locator(LIST + " > details > summary").click();
            desk.fill("#utalla", ANNA.password());
            Demo.submit(desk, LIST + " > details button");
            assertThat(desk.locator("main [role=status]").innerText()).contains("utloggad överallt utom här");
            assertThat(desk.locator(LIST + " li").count()).isEqualTo(1);
            assertThat(sofa.navigate("/mitt-konto").url()).contains("/logga-in?vidare=");
            assertThat(shelf.navigate("/att-gora").url()).contains("/logga-in?vidare=");
        }
    }
}
