package se.fardplan.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets in those whom an external login vouches for (ankomster), with the roles that its claims give.
 *
 * <p>Roles that came from the same login are given and taken as the claims say, at each login; roles that someone gave are
 * left alone. What the mapping does not name, no claim gives.
 */
@Component
@ConditionalOnWebApplication
class ExternalArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalArrivals.class);

    private final Login login;
    private final AccountStore accounts;
    private final PersonStore store;
    private final Persons persons;
    private final RoleMapping mapping;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final boolean createsAccounts;
    private final Clock clock;

    /**
     * Someone who comes from an external login.
     *
     * @param login its id in the settings
     * @param loginName as it is called on the login page
     * @param email proven to be theirs
     */
    record Arrival(String login, String loginName, String email, String name, Map<String, Object> claims) {}

    ExternalArrivals(
            Login login,
            AccountStore accounts,
            PersonStore store,
            Persons persons,
            RoleMapping mapping,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fardplan.oidc.create-accounts:false}") boolean createsAccounts) {
        this.login = login;
        this.accounts = accounts;
        this.store = store;
        this.persons = persons;
        this.mapping = mapping;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.createsAccounts = createsAccounts;
    }

    /** Empty when there is no open account with the address, and none may be made. */
    Optional<Login.LoggedIn> letIn(Arrival arrival) {
        RoleMapping.Mapped mapped = mapping.of(arrival.claims());
        if (mapped.unknown() > 0) {
            LOG.info("{}: {} värden utan roll i inställningarna.", arrival.login(), mapped.unknown());
        }
        return transaction.execute(status -> {
            Optional<AccountStore.Account> account = accounts.findByEmail(arrival.email());
            if (account.isPresent()) {
                if (account.get().disabled()) {
                    return Optional.empty();
                }
                follow(arrival, account.get().id(), mapped.grants());
            } else if (createsAccounts && !mapped.grants().isEmpty()) {
                create(arrival, mapped.grants());
            }
            return login.vouchedFor(arrival.email());
        });
    }

    private void follow(Arrival arrival, UUID account, Set<CurrentUser.Grant> wanted) {
        if (changes(arrival.login(), account, wanted).isEmpty()) {
            return;
        }
        // Asked again when no one else can write: two logins at once are one after the other.
        store.lock();
        apply(arrival, changes(arrival.login(), account, wanted));
    }

    private void create(Arrival arrival, Set<CurrentUser.Grant> wanted) {
        UUID account = UUID.randomUUID();
        String works = wanted.iterator().next().organisation();
        List<PersonChange> changes = new ArrayList<>();
        changes.add(new PersonChange.Invite(account, arrival.email(), arrival.name(), works));
        wanted.forEach(grant -> changes.add(give(arrival.login(), account, grant)));
        apply(arrival, changes);
    }

    private void apply(Arrival arrival, List<PersonChange> changes) {
        List<CurrentUser.Grant> given = changes.stream()
                .filter(PersonChange.Give.class::isInstance)
                .map(change -> ((PersonChange.Give) change).grant())
                .toList();
        if (!changes.isEmpty()) {
            UUID whose = changes.getFirst().person();
            persons.apply(CurrentUser.externalLogin(arrival.loginName()), changes).stream()
                    .filter(person -> person.id().equals(whose))
                    .forEach(person -> events.publishEvent(new RolesFollowed(person, given)));
        }
    }

    private List<PersonChange> changes(String login, UUID account, Set<CurrentUser.Grant> wanted) {
        LocalDate today = LocalDate.now(clock);
        List<Person.Held> held = store.listRoles(account).stream()
                .filter(role -> role.holdsOn(today) && role.standsInFor() == null)
                .toList();
        List<PersonChange> changes = new ArrayList<>();
        held.stream()
                .filter(role -> Objects.equals(role.source(), login) && !wanted.contains(role.grant()))
                .forEach(role -> changes.add(new PersonChange.End(account, role.id(), today.minusDays(1))));
        wanted.stream()
                .filter(grant -> held.stream().noneMatch(role -> role.grant().equals(grant)))
                .forEach(grant -> changes.add(give(login, account, grant)));
        return changes;
    }

    private PersonChange give(String login, UUID account, CurrentUser.Grant grant) {
        return new PersonChange.Give(account, grant, LocalDate.now(clock), null, login);
    }
}
