package se.fardplan;

import java.time.LocalDate;
import se.fardplan.cli.DemoServer;

/** The demo that the browser tests share, and the walk through it, made when first asked for. */
final class Demo {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    static final DemoServer DALARNA = DemoServer.start("dalarna", AS_OF);

    private Demo() {}

    /** What an open visitor meets. */
    static final class Opened {
        static final Walk WALK = Walk.through(Browser.window(DALARNA.address(), 1280, 900));

        private Opened() {}
    }

    /** What a visitor of a county without a strategy meets. */
    static final class SodraLappland {
        static final Walk WALK = Walk.through(
                Browser.window(DemoServer.start("sodra-lappland", AS_OF).address(), 1280, 900));

        private SodraLappland() {}
    }
}
