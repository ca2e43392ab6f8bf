package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * What the principals of a pilot have agreed on in writing (dokumenterad överenskommelse).
 *
 * @param parties the codes of those who are to sign, at least two
 * @param signatures those who have signed, for the words as they stand
 * @param ended the day it ceased to hold; null while it holds or waits
 * @param version from 1, grows by each change
 */
record Agreement(
        UUID id,
        UUID plan,
        String title,
        String text,
        List<String> parties,
        List<Signature> signatures,
        @Nullable LocalDate ended,
        long version) {

    /** A party's yes to the words as they stand (underskrift). */
    record Signature(String principal, LocalDate day, String by) {}

    /** How far it has come (läge). */
    enum State {
        DRAFT,
        SIGNED,
        ENDED
    }

    /** What can be done to it (handling). */
    enum Act {
        CHANGE,
        SIGN,
        END
    }

    Agreement {
        title = title.strip();
        text = text.strip();
        parties = List.copyOf(parties);
        signatures = List.copyOf(signatures);
    }

    String href() {
        return Pilot.href(plan) + "/overenskommelser/" + id;
    }

    State state() {
        if (ended != null) {
            return State.ENDED;
        }
        return parties.stream().allMatch(this::isSignedBy) ? State.SIGNED : State.DRAFT;
    }

    boolean isSignedBy(String principal) {
        return signatures.stream().anyMatch(signature -> signature.principal().equals(principal));
    }

    /**
     * Whether {@code act} can be done now.
     *
     * @param party the one who signs; any other act needs none
     * @throws Refusal {@code PIL-050} it has ended, {@code PIL-051} the party has signed, {@code PIL-052} not a party,
     *     {@code PIL-053} nothing holds yet that could end
     */
    void check(Act act, String party) {
        refuse(state() == State.ENDED, "PIL-050");
        switch (act) {
            case CHANGE -> {
                // New words are asked for anew.
            }
            case SIGN -> {
                refuse(!parties.contains(party), "PIL-052");
                refuse(isSignedBy(party), "PIL-051");
            }
            case END -> refuse(state() == State.DRAFT, "PIL-053");
        }
    }

    /**
     * The agreement, when nothing is missing in it.
     *
     * @throws Refusal {@code PIL-054} no title, {@code PIL-055} no words, {@code PIL-056} fewer than two parties
     */
    Agreement whole() {
        refuse(title.isEmpty(), "PIL-054");
        refuse(text.isEmpty(), "PIL-055");
        refuse(parties.size() < 2, "PIL-056");
        return this;
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }
}
