package se.fardplan;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fardplan.cli.DemoServer;

/** The demo that the browser tests share, and the walks through it, made when first asked for. */
final class Demo {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    static final DemoServer DALARNA = DemoServer.start("dalarna", AS_OF);

    private static final Pattern NOTE = Pattern.compile("(\\S+@\\S+), lösenord (.+)");

    private Demo() {}

    /** An account that the demo tells of at its start. */
    record Account(String email, String password) {}

    /** The regional process leader, who may do most. */
    static Account lead() {
        String note = DALARNA.notes().stream()
                .filter(line -> line.startsWith("Regional processledare"))
                .findFirst()
                .orElseThrow();
        Matcher account = NOTE.matcher(note);
        if (!account.find()) {
            throw new AssertionError("expected an address and a password, found " + note);
        }
        return new Account(account.group(1), account.group(2));
    }

    /** What an open visitor meets. */
    static final class Opened {
        static final Walk WALK = Walk.through(Browser.window(DALARNA.address(), 1280, 900), List.of("/"), Set.of());

        private Opened() {}
    }

    /** What the process leader meets beyond that. */
    static final class LoggedIn {
        static final Walk WALK =
                Walk.through(window(), List.of("/", "/arsrapport", "/arsrapport/2026"), Opened.WALK.pages);

        private LoggedIn() {}

        private static BrowserContext window() {
            BrowserContext window = Browser.window(DALARNA.address(), 1280, 900);
            Page page = window.newPage();
            page.navigate("/logga-in");
            page.fill("#epost", lead().email());
            page.fill("#losenord", lead().password());
            page.waitForNavigation(() -> page.press("#losenord", "Enter"));
            page.close();
            return window;
        }
    }

    /** What a visitor of a county without a strategy meets. */
    static final class SodraLappland {
        static final Walk WALK = Walk.through(
                Browser.window(DemoServer.start("sodra-lappland", AS_OF).address(), 1280, 900), List.of("/"), Set.of());

        private SodraLappland() {}
    }
}
