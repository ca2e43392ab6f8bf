package se.fardplan;

import java.io.Serial;

/** There is no such thing at this address (finns inte): the reader gets the page for 404. */
public class NotFound extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param what was looked for, for the log, such as {@code sub-goal nara-for-dig} */
    public NotFound(String what) {
        super(what);
    }
}
