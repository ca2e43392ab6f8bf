package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * A note in a pilot's file (anteckning i akten).
 *
 * @param day the day it is for, or begins; null when not set
 * @param until its last day; null when not set
 * @param needLevel the number of the need level it is about; null for none
 * @param residents how many residents take part, never who; null where none do
 * @param texts what its kind asks for; a field without a text is left out
 * @param decision the decision it led to; null when there is none
 * @param version from 1, grows by each change
 */
record Note(
        UUID id,
        UUID plan,
        Kind kind,
        String title,
        @Nullable LocalDate day,
        @Nullable LocalDate until,
        @Nullable Integer needLevel,
        @Nullable Integer residents,
        Map<Field, String> texts,
        @Nullable UUID decision,
        long version) {

    /** A text of a note (fält); its name in a form is {@link #input}. */
    enum Field {
        PURPOSE("avsikt"),
        MEMBERS("medverkande"),
        NEED("behov"),
        RECURRENCE("aterkommer"),
        PROPOSAL("forslag"),
        DECIDED("beslutat"),
        DONE("gjort"),
        STATUS("laget"),
        CONCLUSION("slutsats"),
        RESULT("utfallet"),
        FEEDBACK("aterkoppling"),
        INSIGHTS("insikter"),
        CHANGES("andringar"),
        ANSWER("svaret");

        private final String input;

        Field(String input) {
            this.input = input;
        }

        String input() {
            return input;
        }
    }

    /** What sort of note it is (slag): what it asks for, the first of it always; the last of it ends the matter. */
    enum Kind {
        /** Residents of a need level who shape the care with its staff. */
        FOCUS_GROUP(List.of(Field.PURPOSE, Field.MEMBERS, Field.RESULT), false),
        /** Training held together, from a need that was seen. */
        COMPETENCE(List.of(Field.NEED, Field.MEMBERS, Field.RECURRENCE, Field.RESULT), false),
        /** A need to change how the principals govern. */
        GOVERNANCE_CHANGE(List.of(Field.NEED, Field.PROPOSAL, Field.DECIDED, Field.DONE), true),
        /** A question that is looked into, such as joint documentation. */
        INQUIRY(List.of(Field.PURPOSE, Field.STATUS, Field.CONCLUSION), true),
        /** A controller, lawyer or communicator who is there for a time. */
        SUPPORT(List.of(Field.PURPOSE, Field.MEMBERS), false),
        /** Something that happened on the way and counts. */
        EVENT(List.of(Field.RESULT, Field.FEEDBACK), false),
        /** A meeting to learn at, and what it led to. */
        LEARNING_MEETING(List.of(Field.INSIGHTS, Field.CHANGES, Field.FEEDBACK), false),
        /** A question from those who carry it out, and what works elsewhere. */
        QUESTION(List.of(Field.NEED, Field.ANSWER), true);

        private final List<Field> fields;
        private final boolean ends;

        Kind(List<Field> fields, boolean ends) {
            this.fields = fields;
            this.ends = ends;
        }

        List<Field> fields() {
            return fields;
        }

        boolean needs(Field field) {
            return fields.getFirst() == field;
        }

        /** True for what took or takes place on a day. */
        boolean needsDay() {
            return this == EVENT || this == LEARNING_MEETING || this == SUPPORT;
        }

        boolean needsUntil() {
            return this == SUPPORT;
        }

        boolean hasResidents() {
            return this == FOCUS_GROUP;
        }

        boolean mayBeDecided() {
            return this == GOVERNANCE_CHANGE || this == INQUIRY;
        }
    }

    Note {
        Map<Field, String> kept = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                kept.put(field, text.strip());
            }
        });
        texts = Map.copyOf(kept);
        title = title.strip();
    }

    String href() {
        return Pilot.href(plan) + "/akt/" + id;
    }

    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** How far a matter has come: the last of its texts that is written; null for what is no matter. */
    @Nullable
    Field reached() {
        return kind.ends
                ? kind.fields.stream()
                        .filter(texts::containsKey)
                        .reduce((one, next) -> next)
                        .orElse(null)
                : null;
    }

    /** True for a matter that has not come to its end. */
    boolean isOpen() {
        return kind.ends && !texts.containsKey(kind.fields.getLast());
    }

    /**
     * The note, when nothing is missing in it.
     *
     * @param name what a field is called
     * @throws Refusal {@code PIL-040} no title, {@code PIL-041} a text is missing, {@code PIL-042} no day, {@code PIL-043} no
     *     last day, {@code PIL-044} the last day comes first, {@code PIL-045} fewer than no residents
     */
    Note whole(Function<Field, String> name) {
        refuse(title.isEmpty(), "PIL-040");
        Field first = kind.fields.getFirst();
        refuse(!texts.containsKey(first), "PIL-041", name.apply(first));
        refuse(kind.needsDay() && day == null, "PIL-042");
        refuse(kind.needsUntil() && until == null, "PIL-043");
        refuse(day != null && until != null && until.isBefore(day), "PIL-044");
        refuse(residents != null && residents < 0, "PIL-045");
        return this;
    }

    private static void refuse(boolean hindered, String code, Object... arguments) {
        if (hindered) {
            throw new Refusal(code, arguments);
        }
    }
}
