package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * A paper in the assignment's file (handling i akten).
 *
 * @param day the day it is for, or begins; null when not set
 * @param until its last day, for a task the day it was done; null when not set
 * @param texts what its kind asks for; a field without a text is left out
 * @param decision the decision that ended the matter; null when there is none
 * @param version from 1, grows by each change
 */
record Paper(
        UUID id,
        String assignment,
        Kind kind,
        String title,
        @Nullable LocalDate day,
        @Nullable LocalDate until,
        Map<Field, String> texts,
        @Nullable UUID decision,
        long version) {

    Paper {
        Map<Field, String> kept = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                kept.put(field, text.strip());
            }
        });
        texts = Map.copyOf(kept);
    }

    /** A text of a paper (fält); its name in a form is {@link #input}. */
    enum Field {
        DIRECTION("inriktning"),
        PRIORITIES("prioriteringar"),
        NEEDS("behoven"),
        POLITICAL("politiskt"),
        DECIDED("beslutet"),
        PURPOSE("syfte"),
        MEMBERS("deltagare"),
        ANALYSIS("analys"),
        MESSAGE("budskap"),
        CHANNEL("kanaler"),
        RESPONSIBLE("ansvariga"),
        AUDIENCE("malgrupp"),
        RESULT("resultat"),
        DONE("genomfort");

        private final String input;

        Field(String input) {
            this.input = input;
        }

        String input() {
            return input;
        }
    }

    /** What sort of paper it is (slag), with what it asks for. */
    enum Kind {
        STEERING_ITEM(
                List.of(Field.DIRECTION),
                List.of(Field.DIRECTION, Field.PRIORITIES, Field.NEEDS, Field.POLITICAL, Field.DECIDED),
                false,
                false),
        WORKING_GROUP(List.of(Field.PURPOSE), List.of(Field.PURPOSE, Field.MEMBERS, Field.RESULT), false, true),
        COMMUNICATION(
                List.of(Field.MESSAGE, Field.CHANNEL, Field.RESPONSIBLE),
                List.of(Field.ANALYSIS, Field.MESSAGE, Field.CHANNEL, Field.RESPONSIBLE),
                false,
                false),
        WORKSHOP(List.of(), List.of(Field.AUDIENCE, Field.RESULT), true, false),
        DIALOGUE(List.of(), List.of(Field.AUDIENCE, Field.RESULT), true, false),
        /** The owner's communication with those who gave the assignment; made by the assignment itself. */
        OWNER_TASK(List.of(), List.of(Field.DONE), true, false);

        private final List<Field> needed;
        private final List<Field> fields;
        private final boolean needsDay;
        private final boolean needsUntil;

        Kind(List<Field> needed, List<Field> fields, boolean needsDay, boolean needsUntil) {
            this.needed = needed;
            this.fields = fields;
            this.needsDay = needsDay;
            this.needsUntil = needsUntil;
        }

        List<Field> fields() {
            return fields;
        }

        boolean needsDay() {
            return needsDay;
        }

        boolean needsUntil() {
            return needsUntil;
        }

        boolean needs(Field field) {
            return needed.contains(field);
        }

        /** True for what someone may lay up; tasks come by themselves. */
        boolean isWritten() {
            return this != OWNER_TASK;
        }

        static @Nullable Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    String href() {
        return "/planera/uppdrag/" + assignment + "/akt/" + id;
    }

    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** False for an item that the steering group has yet to decide on: until then it is not for everyone. */
    boolean isPublic() {
        return kind != Kind.STEERING_ITEM || decision != null || texts.containsKey(Field.DECIDED);
    }

    /** True for a task that is not done. */
    boolean isOpenTask() {
        return kind == Kind.OWNER_TASK && until == null;
    }

    /**
     * The paper, when nothing is missing in it.
     *
     * @param name what a field is called
     * @throws Refusal {@code ASN-050} no title, {@code ASN-051} a text is missing, {@code ASN-052} no day, {@code ASN-053} no
     *     last day, {@code ASN-054} the last day comes first
     */
    Paper whole(Function<Field, String> name) {
        refuse(title.isBlank(), "ASN-050");
        kind.needed.stream()
                .filter(field -> !texts.containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new Refusal("ASN-051", name.apply(field));
                });
        refuse(kind.needsDay && day == null, "ASN-052");
        refuse(kind.needsUntil && until == null, "ASN-053");
        refuse(day != null && until != null && until.isBefore(day), "ASN-054");
        return this;
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }
}
