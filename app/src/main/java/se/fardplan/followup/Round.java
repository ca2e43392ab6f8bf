package se.fardplan.followup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up of a year (uppföljningsrunda): what everyone is asked between two days.
 *
 * @param year the year that is followed up
 * @param opens the day it opens by itself
 * @param closes the last day for answers
 * @param reminded the day of the latest reminder; null before the first
 * @param told how many got that reminder
 * @param version grows by each change, so that two who change at once are told
 */
public record Round(
        UUID id,
        int year,
        String name,
        LocalDate opens,
        LocalDate closes,
        State state,
        @Nullable LocalDate reminded,
        int told,
        long version) {

    /** How far a round has come (rundans läge). */
    public enum State {
        /** Decided on; nobody can answer yet. */
        PLANNED,
        /** Those who are asked can answer, and change what they have sent. */
        OPEN,
        /** Over; kept to be read. */
        CLOSED
    }

    /** Where its page is. */
    public String href() {
        return "/folja-upp/rundor/" + id;
    }

    Round in(State next) {
        return new Round(id, year, name, opens, closes, next, reminded, told, version);
    }

    Round openFrom(LocalDate day) {
        return new Round(id, year, name, day, closes, State.OPEN, reminded, told, version);
    }

    Round openUntil(LocalDate day) {
        return new Round(id, year, name, opens, day, State.OPEN, reminded, told, version);
    }

    Round remindedOn(LocalDate day, int count) {
        return new Round(id, year, name, opens, closes, state, day, count, version);
    }
}
