package se.fardplan.reports;

import java.time.Instant;

/**
 * What an editor has written in one section (analys).
 *
 * @param section the section's anchor, such as {@code delmal-nara-for-mig}
 * @param version from 1; 0 stands for nothing written yet
 * @param text paragraphs with an empty line between, {@code - } before each point of a list
 */
record Analysis(String section, int version, String text, String writtenBy, Instant writtenAt) {

    /** How long a text may be, in characters. */
    static final int LONGEST = 20_000;

    /** Nothing yet. */
    static Analysis none(String section) {
        return new Analysis(section, 0, "", "", Instant.EPOCH);
    }

    boolean empty() {
        return text.isBlank();
    }

    /** What came of an attempt to save (utfall). */
    sealed interface Saving {

        /** It stands. */
        record Saved(Analysis analysis) implements Saving {}

        /** The same text as before: nothing was written. */
        record Unchanged(Analysis analysis) implements Saving {}

        /**
         * Someone else has written since {@code base} was read: both texts are kept for the writer to choose from.
         *
         * @param base what the writer began with
         * @param theirs what stands now
         * @param mine what the writer wanted to save
         */
        record Collision(Analysis base, Analysis theirs, String mine) implements Saving {}
    }
}
