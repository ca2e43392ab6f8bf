package se.fardplan.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone who has, is to have or has had an account (person).
 *
 * @param organisation the code of the principal the person works for; null for the county's own people
 * @param lastLoginAt null until the first login
 * @param version grows by each change of name, address or organisation
 * @param roles every role held, planned or ended, by first day
 */
public record Person(
        UUID id,
        String email,
        String name,
        @Nullable String organisation,
        State state,
        @Nullable OffsetDateTime lastLoginAt,
        long version,
        List<Held> roles) {

    /** Where an account stands. */
    public enum State {
        /** No password yet. */
        INVITED,
        ACTIVE,
        CLOSED
    }

    /**
     * A role for a time (behörighet).
     *
     * @param until the last day; null while it goes on
     * @param standsInFor the grant of the one who is away; null for one's own
     * @param standsInForName who is away; empty for one's own
     * @param confirmedOn when it was given, or last said to be right still
     * @param source the external login whose claims it follows; null when someone gave it
     */
    public record Held(
            UUID id,
            CurrentUser.Grant grant,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID standsInFor,
            String standsInForName,
            String givenBy,
            LocalDate confirmedOn,
            @Nullable String source) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        public boolean isOver(LocalDate day) {
            return until != null && until.isBefore(day);
        }

        Held endingOn(@Nullable LocalDate lastDay) {
            return new Held(id, grant, from, lastDay, standsInFor, standsInForName, givenBy, confirmedOn, source);
        }

        Held confirmedOn(LocalDate day) {
            return new Held(id, grant, from, until, standsInFor, standsInForName, givenBy, day, source);
        }
    }

    public Person {
        roles = List.copyOf(roles);
    }

    /** The roles held on {@code day}; none once the account is closed. */
    public List<Held> rolesOn(LocalDate day) {
        return state == State.CLOSED
                ? List.of()
                : roles.stream().filter(role -> role.holdsOn(day)).toList();
    }

    Person holding(List<Held> others) {
        return new Person(id, email, name, organisation, state, lastLoginAt, version, others);
    }

    Person corrected(String otherName, @Nullable String other) {
        return new Person(id, email, otherName, other, state, lastLoginAt, version + 1, roles);
    }

    Person in(State other) {
        return new Person(id, email, name, organisation, other, lastLoginAt, version + 1, roles);
    }

    /** Every organisation that has to do with the person; null stands for the county. */
    Stream<@Nullable String> organisations() {
        return Stream.concat(
                Stream.of(this).map(Person::organisation),
                roles.stream().map(role -> role.grant().organisation()));
    }
}
