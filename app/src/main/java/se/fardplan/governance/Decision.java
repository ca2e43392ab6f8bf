package se.fardplan.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * What a body decided (beslut), as others refer to it.
 *
 * @param body the body's code; null where the source names none
 * @param principal whose decision it is, for a body of one principal and for the principals each by itself; else null
 * @param board the principal's own board, such as {@code Socialnämnden}; null when the body itself decided
 * @param paragraph without its sign, such as {@code 12}; null when unknown
 * @param registrationNumber the body's own diarienummer, such as {@code RD22/00386}; unique with that body alone
 * @param heading one line, never blank
 * @param escalation where the question goes next, as the body's route stood when this was recorded, in words
 * @param version counts its corrections from 0
 * @param recordedBy who recorded it here; null for what came with the county package
 */
public record Decision(
        UUID id,
        @Nullable String body,
        @Nullable String principal,
        @Nullable String board,
        LocalDate day,
        @Nullable String paragraph,
        @Nullable String registrationNumber,
        Form form,
        Outcome outcome,
        String heading,
        @Nullable String note,
        List<String> escalation,
        List<Source> sources,
        int version,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt) {

    public Decision {
        escalation = List.copyOf(escalation);
        sources = List.copyOf(sources);
    }

    /** How the matter was handled (form). */
    public enum Form {
        DECISION,
        ASSIGNMENT,
        RECOMMENDATION,
        CONSULTATION,
        INFORMATION;

        /** True for what only a body that may decide can do. */
        public boolean isBinding() {
            return this == DECISION || this == ASSIGNMENT || this == RECOMMENDATION;
        }
    }

    /** What came of it (utfall). */
    public enum Outcome {
        APPROVED,
        REJECTED,
        REFERRED_BACK,
        NOTED
    }

    /**
     * A decision to record (uppgifter om ett beslut); see {@link Decision} for the parts.
     *
     * @param body its code, or any name it goes by
     * @param principal needed only where the principals decide each by itself
     * @param paragraph with or without its sign
     */
    public record Entry(
            String body,
            @Nullable String principal,
            @Nullable String board,
            LocalDate day,
            @Nullable String paragraph,
            @Nullable String registrationNumber,
            Form form,
            Outcome outcome,
            String heading) {

        /** A decision of a body as a whole. */
        public Entry(
                String body,
                LocalDate day,
                @Nullable String paragraph,
                @Nullable String registrationNumber,
                Outcome outcome,
                String heading) {
            this(body, null, null, day, paragraph, registrationNumber, Form.DECISION, outcome, heading);
        }
    }

    /** Its page. */
    public String address() {
        return "/strategin/beslut/" + id;
    }

    /** True when it came with the county package, which alone can change it. */
    public boolean isFromPackage() {
        return recordedAt == null;
    }
}
