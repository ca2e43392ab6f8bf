package se.fardplan.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of who is here and with which roles (ändring av person eller behörighet). */
public sealed interface PersonChange {

    /**
     * A new account, to be opened by the one who gets the invitation.
     *
     * @param organisation the principal's code; null for the county's own people
     */
    record Invite(
            UUID person,
            String email,
            String name,
            @Nullable String organisation) implements PersonChange {}

    /** @param version the person's, as the one who changes it saw it */
    record Correct(
            UUID person,
            long version,
            String name,
            @Nullable String organisation) implements PersonChange {}

    /**
     * A role from a day on, until a last day or null.
     *
     * @param source the external login whose claims it follows; null when someone gives it
     */
    record Give(
            UUID person,
            CurrentUser.Grant grant,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) implements PersonChange {

        public Give(UUID person, CurrentUser.Grant grant, LocalDate from, @Nullable LocalDate until) {
            this(person, grant, from, until, null);
        }
    }

    /** The role's last day; null lets it go on. A role that has not begun by then is taken away. */
    record End(UUID person, UUID held, @Nullable LocalDate lastDay) implements PersonChange {}

    /** Another person holds the role too, for a time. */
    record StandIn(UUID person, UUID held, UUID substitute, LocalDate from, LocalDate until) implements PersonChange {}

    /** The role is still right. */
    record Confirm(UUID person, UUID held) implements PersonChange {}

    /** The person leaves: from the next request on the account is closed. */
    record Close(UUID person) implements PersonChange {}

    record Reopen(UUID person) implements PersonChange {}

    /** Whom it is about. */
    UUID person();
}
