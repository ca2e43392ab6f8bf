package se.fardplan.pilots;

import se.fardplan.Refusal;

/** What can be done to a trial (prövningshandling); its words can be changed until it is decided. */
enum TrialAct {
    /** The test begins. */
    START,
    /** The test is over, and its data is written down. */
    CLOSE,
    /** It goes on in another way. */
    ADAPT,
    /** It goes no further. */
    STOP,
    /** It is taken up elsewhere, which only what was tried to its end can be. */
    SPREAD;

    /**
     * Whether it can be done now.
     *
     * @throws Refusal {@code PIL-020} it is decided, {@code PIL-021} it is being tested already, {@code PIL-022} the test has not
     *     begun, {@code PIL-023} the test is closed, {@code PIL-024} only a closed test can be spread
     */
    void check(Trial.State now) {
        refuse(now == Trial.State.DECIDED, "PIL-020");
        switch (this) {
            case START -> {
                refuse(now == Trial.State.TESTING, "PIL-021");
                refuse(now == Trial.State.CLOSED, "PIL-023");
            }
            case CLOSE -> {
                refuse(now == Trial.State.IDEA, "PIL-022");
                refuse(now == Trial.State.CLOSED, "PIL-023");
            }
            case ADAPT -> refuse(now == Trial.State.IDEA, "PIL-022");
            case STOP -> {
                // An idea may be dropped before anyone has tried it.
            }
            case SPREAD -> refuse(now != Trial.State.CLOSED, "PIL-024");
        }
    }

    boolean isDecision() {
        return this == ADAPT || this == STOP || this == SPREAD;
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }
}
