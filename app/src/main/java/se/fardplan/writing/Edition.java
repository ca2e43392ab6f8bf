package se.fardplan.writing;

import java.time.Instant;

/**
 * A section as someone saved it (utgåva).
 *
 * @param number counts the plan's editions from 1; 0 while nobody has written the section
 */
public record Edition(int number, String section, Passage passage, String by, Instant at) {

    static Edition none(String section) {
        return new Edition(0, section, Passage.EMPTY, "", Instant.EPOCH);
    }

    boolean isWritten() {
        return number > 0;
    }
}
