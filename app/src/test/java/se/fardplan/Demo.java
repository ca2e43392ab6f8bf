package se.fardplan;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.fardplan.cli.DemoServer;

/** The demo that the browser tests share, and the walks through it, made when first asked for. */
public final class Demo {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    static final DemoServer DALARNA = DemoServer.start("dalarna", AS_OF);

    private static final Pattern NOTE = Pattern.compile("(\\S+@\\S+), lösenord (.+)");

    private Demo() {}

    /** An account that the demo tells of at its start. */
    public record Account(String email, String password) {}

    /** The regional process leader, who may do most. */
    public static Account lead() {
        return account("Regional processledare");
    }

    /** The account that the demo tells of for {@code role}, named as on the pages. */
    public static Account account(String role) {
        return account(DALARNA, role);
    }

    private static Account account(DemoServer server, String role) {
        String note = server.notes().stream()
                .filter(line -> line.startsWith(role))
                .findFirst()
                .orElseThrow();
        Matcher account = NOTE.matcher(note);
        if (!account.find()) {
            throw new AssertionError("expected an address and a password, found " + note);
        }
        return new Account(account.group(1), account.group(2));
    }

    public static void logIn(Page page, Account account) {
        page.navigate("/logga-in");
        page.fill("#epost", account.email());
        page.fill("#losenord", account.password());
        page.waitForNavigation(() -> page.press("#losenord", "Enter"));
    }

    /** Presses {@code button} and waits for the page that answers. */
    public static void submit(Page page, String button) {
        page.waitForNavigation(() -> page.locator(button).first().click());
    }

    private static BrowserContext window(Account account) {
        return window(DALARNA, account);
    }

    private static BrowserContext window(DemoServer server, Account account) {
        BrowserContext window = Browser.window(server.address(), 1280, 900);
        Page page = window.newPage();
        logIn(page, account);
        page.close();
        return window;
    }

    /** A demo to write in: the others see nothing of it. */
    static final class Writing {
        static final DemoServer SERVER = DemoServer.start("dalarna", AS_OF);

        private Writing() {}
    }

    /** What an open visitor meets. */
    static final class Opened {
        static final Walk WALK = Walk.through(
                Browser.window(DALARNA.address(), 1280, 900),
                List.of("/", "/sok", "/sok?fraga=plan", "/sok?fraga=hemtjnst", "/sok?fraga=xyzzyqwk"),
                Set.of());

        private Opened() {}
    }

    /** What the process leader meets beyond that: every form of the main job. */
    static final class LoggedIn {
        static final List<String> FORMS = List.of(
                "/nyckeltal/KF18/varde",
                "/nyckeltal/KF08/kolada-id",
                "/strategin/beslut/nytt",
                "/arsrapport/2026/granskning",
                "/arsrapport/2026/frysning",
                "/arsrapport/2026/avsnitt/framgang",
                "/arsrapport/2026/avsnitt/inledning/historik");
        static final Walk WALK =
                Walk.through(window(lead()), with(FORMS, "/", "/arsrapport", "/arsrapport/2026"), Opened.WALK.pages);

        private LoggedIn() {}
    }

    /** What a municipality's process leader meets beyond an open visitor. */
    static final class LocalLead {
        static final List<String> FORMS = List.of(
                "/nyckeltal/KF18/varde", "/strategin/beslut/nytt", "/arsrapport/2026", "/arsrapport/2026/granskning");
        static final Walk WALK =
                Walk.through(window(account("Lokal processledare")), with(FORMS, "/", "/arsrapport"), seen());

        private LocalLead() {}
    }

    /** What a politician meets beyond an open visitor: nothing, and that nothing is broken. */
    static final class Politician {
        static final Walk WALK =
                Walk.through(window(account("Förtroendevald")), List.of("/", "/arsrapport"), Opened.WALK.pages);

        private Politician() {}
    }

    /** What a system administrator meets beyond an open visitor. */
    static final class SystemAdministrator {
        static final Walk WALK = Walk.through(
                window(account("Systemadministratör")),
                List.of("/", "/logg", "/logg?handling=report.frozen", "/logg?person=finns-inte"),
                Opened.WALK.pages);

        private SystemAdministrator() {}
    }

    /** What an administrator of units and people meets beyond an open visitor. */
    static final class CountyAdmin {
        static final Walk WALK = Walk.through(
                window(account("Länsadministratör")),
                List.of(
                        "/att-gora",
                        "/personer",
                        "/personer?sok=finns-inte",
                        "/personer/ny",
                        "/personer/inlasning",
                        "/enheter?sok=bo",
                        "/enheter/ny",
                        "/enheter/inlasning",
                        "/behorigheter",
                        "/mitt-konto"),
                Opened.WALK.pages);

        private CountyAdmin() {}
    }

    /** What the doors that stay shut say. */
    static final class Refused {
        static final Walk WALK = Walk.refused(
                window(account("Förtroendevald")),
                Map.of(
                        "/finns-inte", 404,
                        "/nyckeltal/ZZ99", 404,
                        "/arsrapport/2026/granskning", 403,
                        "/nyckeltal/KF08/kolada-id", 403,
                        "/nyckeltal/KF18/varde", 403));

        private Refused() {}
    }

    /** The leader's sections look alike for those who may only read them: one of them is enough. */
    private static Set<String> seen() {
        Set<String> seen = new LinkedHashSet<>(Opened.WALK.pages);
        LoggedIn.WALK.pages.stream()
                .filter(page -> page.contains("/avsnitt/") && !page.contains("/framgang"))
                .forEach(seen::add);
        return seen;
    }

    private static List<String> with(List<String> pages, String... more) {
        return Stream.concat(Stream.of(more), pages.stream()).toList();
    }

    /** What a visitor of a county without a strategy, but with a pilot, meets. */
    static final class SodraLappland {
        static final DemoServer SERVER = DemoServer.start("sodra-lappland", AS_OF);
        static final Walk WALK =
                Walk.through(Browser.window(SERVER.address(), 1280, 900), List.of("/", "/planera/piloter"), Set.of());

        private SodraLappland() {}
    }

    /** What those who lead its pilot meet beyond that: every form of it. */
    static final class PilotLead {
        static final Walk WALK = Walk.through(
                window(SodraLappland.SERVER, account(SodraLappland.SERVER, "Lokal processledare")),
                List.of("/planera/piloter", "/planera"),
                SodraLappland.WALK.pages);

        private PilotLead() {}
    }
}
