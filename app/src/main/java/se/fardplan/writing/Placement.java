package se.fardplan.writing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in its plan an activity stands, and what it asks for (placering).
 *
 * @param section the code of a priority area; empty for none
 * @param resources what it takes in people, time or money; empty until told
 * @param level who answers for it; null until told
 */
public record Placement(
        UUID activity,
        String section,
        String resources,
        @Nullable Level level) {

    /** Who answers for an activity (ansvarsnivå). */
    public enum Level {
        COUNTY,
        PRINCIPAL,
        UNIT
    }
}
