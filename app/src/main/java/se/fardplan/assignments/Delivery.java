package se.fardplan.assignments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account that the assignment owes someone (leverans).
 *
 * @param code such as {@code L3}
 * @param receiver the code of the body it is for
 * @param dependsOn the delivery whose receiver must have asked for a revision; null for one that comes anyhow
 * @param day when it is to be handed over; null while no day is set
 * @param handedOver null until it has been
 * @param outcome what the receiver said; null until then
 * @param version grows by each change
 */
record Delivery(
        String assignment,
        String code,
        Kind kind,
        String receiver,
        String text,
        @Nullable String note,
        @Nullable String dependsOn,
        @Nullable LocalDate day,
        boolean daySet,
        @Nullable HandedOver handedOver,
        @Nullable Outcome outcome,
        long version) {

    /** What sort it is (slag). */
    enum Kind {
        /** To those who gave the assignment or receive its result. */
        ACCOUNT,
        /** To the steering group, on the way. */
        REPORT
    }

    /** What the receiver said (besked). */
    enum Verdict {
        RECEIVED,
        REVISION_ASKED
    }

    /** What was handed over (överlämnat), and by whom. */
    record HandedOver(
            LocalDate day,
            String what,
            @Nullable String link,
            @Nullable String by) {}

    /** The receiver's word (mottagarens besked); {@code words} may be empty. */
    record Outcome(
            Verdict verdict,
            LocalDate day,
            String words,
            @Nullable String by) {}

    String href() {
        return "/planera/uppdrag/" + assignment + "/leveranser/" + code;
    }

    @Nullable
    Verdict verdict() {
        return outcome == null ? null : outcome.verdict();
    }

    Delivery handedOver(HandedOver now) {
        return new Delivery(assignment, code, kind, receiver, text, note, dependsOn, day, daySet, now, null, version);
    }

    Delivery on(LocalDate newDay) {
        return new Delivery(
                assignment, code, kind, receiver, text, note, dependsOn, newDay, true, handedOver, outcome, version);
    }

    Delivery with(Outcome now) {
        return new Delivery(
                assignment, code, kind, receiver, text, note, dependsOn, day, daySet, handedOver, now, version);
    }
}
