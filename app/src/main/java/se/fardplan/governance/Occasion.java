package se.fardplan.governance;

import java.time.LocalDate;
import java.util.List;
import se.fardplan.organisation.Source;

/**
 * Something a body did without deciding (tillfälle).
 *
 * @param body the body's code
 */
record Occasion(LocalDate day, String body, Kind kind, String text, List<Source> sources) {

    Occasion {
        sources = List.copyOf(sources);
    }

    enum Kind {
        WORKSHOP,
        RECEIVED,
        EXTRA_MEETING
    }
}
