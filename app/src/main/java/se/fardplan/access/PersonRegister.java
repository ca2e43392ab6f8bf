package se.fardplan.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * Everyone and all their roles on one day (personregistret), and the rules for changing them.
 *
 * <p>A change that breaks a rule is refused and leaves the register as it was. Refusals: {@code ACC-001} may not, {@code
 * ACC-002} no address, {@code ACC-003} no name, {@code ACC-004} address in use, {@code ACC-022} a last day that has been,
 * {@code ACC-023} a role that needs an organisation, {@code ACC-024} no such organisation, {@code ACC-040} to {@code ACC-049}.
 */
final class PersonRegister {

    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<String, UUID> byEmail = new HashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Set<UUID> concerned = new LinkedHashSet<>();
    private final Map<Person.Held, UUID> touchedRoles = new LinkedHashMap<>();
    private final Set<UUID> dropped = new LinkedHashSet<>();
    private final List<AuditLog.Deed> deeds = new ArrayList<>();
    private final Places places;
    private final LocalDate today;
    private final RoleRules roles;

    /**
     * What the rules ask about organisations and units.
     *
     * @param words how a role is written, such as {@code Enhetschef, Orsa, Hemtjänst norr}
     * @param isOrganisation true for the code of a principal
     * @param isUnit true when the unit belongs to the grant's organisation
     */
    record Places(
            Function<CurrentUser.Grant, String> words,
            Predicate<String> isOrganisation,
            Predicate<CurrentUser.Grant> isUnit) {}

    PersonRegister(List<Person> people, Places places, LocalDate today) {
        people.forEach(this::put);
        this.places = places;
        this.today = today;
        this.roles = new RoleRules(this, places, today);
    }

    List<Person> list() {
        return List.copyOf(people.values());
    }

    Person get(UUID id) {
        return find(id).orElseThrow(() -> new Refusal("ACC-040"));
    }

    Optional<Person> find(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Whose data have been changed. */
    Collection<Person> changed() {
        return touched.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /** Everyone whose data or roles have been changed, as they now stand. */
    List<Person> concerned() {
        return concerned.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /** The roles given or changed, each with its holder. */
    Map<Person.Held, UUID> changedRoles() {
        Map<UUID, Person.Held> latest = new LinkedHashMap<>();
        touchedRoles.keySet().forEach(role -> latest.put(role.id(), role));
        return latest.values().stream()
                .filter(role -> !dropped.contains(role.id()))
                .collect(Collectors.toMap(role -> role, touchedRoles::get, (a, b) -> a, LinkedHashMap::new));
    }

    /** The roles that were taken away before they began. */
    Collection<UUID> droppedRoles() {
        return dropped;
    }

    /** What has been done, for the log. */
    List<AuditLog.Deed> deeds() {
        return deeds;
    }

    void apply(CurrentUser by, PersonChange change) {
        switch (change) {
            case PersonChange.Invite invite -> invite(by, invite);
            case PersonChange.Correct correct -> correct(by, correct);
            case PersonChange.Give give -> roles.give(by, give);
            case PersonChange.End end -> roles.end(by, end);
            case PersonChange.StandIn standIn -> roles.standIn(by, standIn);
            case PersonChange.Confirm confirm -> roles.confirm(by, confirm);
            case PersonChange.Close close -> close(by, get(close.person()));
            case PersonChange.Reopen reopen -> reopen(by, get(reopen.person()));
        }
    }

    private void invite(CurrentUser by, PersonChange.Invite invite) {
        demandManages(by, invite.organisation());
        checkOrganisation(invite.organisation());
        String email = EmailAddress.of(invite.email());
        if (byEmail.containsKey(email)) {
            throw new Refusal("ACC-004", email);
        }
        Person person = new Person(
                invite.person(),
                email,
                name(invite.name()),
                invite.organisation(),
                Person.State.INVITED,
                null,
                0,
                List.of());
        replace(person);
        String act = by.isExternalLogin() ? "account.added" : "person.invited";
        note(act, person, person.name() + ", " + email);
    }

    private void correct(CurrentUser by, PersonChange.Correct correct) {
        Person person = get(correct.person());
        demandManages(by, person.organisation());
        demandManages(by, correct.organisation());
        checkOrganisation(correct.organisation());
        if (person.version() != correct.version()) {
            throw new Refusal("ACC-041", person.name());
        }
        String name = name(correct.name());
        List<String> differences = new ArrayList<>();
        if (!name.equals(person.name())) {
            differences.add(person.name() + " → " + name);
        }
        if (!Objects.equals(correct.organisation(), person.organisation())) {
            differences.add(code(person.organisation()) + " → " + code(correct.organisation()));
        }
        if (!differences.isEmpty()) {
            replace(person.corrected(name, correct.organisation()));
            note("person.corrected", person, String.join("; ", differences));
        }
    }

    private void close(CurrentUser by, Person person) {
        demandManages(by, person.organisation());
        if (person.id().equals(by.id())) {
            throw new Refusal("ACC-043");
        }
        demandGivesAll(by, person);
        replace(person.in(Person.State.CLOSED));
        keepAnAdmin(person);
        note("account.disabled", person, person.email());
    }

    private void reopen(CurrentUser by, Person person) {
        demandManages(by, person.organisation());
        demandGivesAll(by, person);
        replace(person.in(Person.State.ACTIVE));
        note("account.enabled", person, person.email());
    }

    /** With the account, every role of the person's ends or comes to life again. */
    private void demandGivesAll(CurrentUser by, Person person) {
        boolean others =
                person.roles().stream().anyMatch(role -> !role.isOver(today) && !Policy.mayGive(by, role.grant()));
        if (others && !Policy.allows(by, Act.MANAGE_PEOPLE, null)) {
            throw new Refusal("ACC-049", person.name());
        }
    }

    /** Someone must be left who can let others in. */
    void keepAnAdmin(Person asItWas) {
        if (isCountyAdmin(asItWas) && people.values().stream().noneMatch(this::isCountyAdmin)) {
            put(asItWas);
            throw new Refusal("ACC-044");
        }
    }

    private boolean isCountyAdmin(Person person) {
        return isOpened(person)
                && person.rolesOn(today).stream()
                        .anyMatch(role -> role.grant().role() == Role.COUNTY_ADMIN
                                // An external login may take back what it gave, at any time.
                                && role.source() == null
                                && role.until() == null
                                && role.standsInFor() == null);
    }

    /** An invitation may never be answered; who comes in by another login has no password. */
    private static boolean isOpened(Person person) {
        return person.state() == Person.State.ACTIVE || person.lastLoginAt() != null;
    }

    void checkOrganisation(@Nullable String code) {
        if (code != null && !places.isOrganisation().test(code)) {
            throw new Refusal("ACC-024", code);
        }
    }

    private static void demandManages(CurrentUser by, @Nullable String organisation) {
        if (!Policy.allows(by, Act.MANAGE_PEOPLE, organisation)) {
            throw new Refusal("ACC-001");
        }
    }

    void add(Person person, Person.Held role) {
        List<Person.Held> roles = new ArrayList<>(person.roles());
        roles.add(role);
        put(person.holding(roles));
        concerned.add(person.id());
        touchedRoles.put(role, person.id());
    }

    void swap(Person person, Person.Held before, Person.Held after) {
        replaceRoles(person, before, after);
        // The latest stands last, even one that is as it was before.
        touchedRoles.remove(after);
        touchedRoles.put(after, person.id());
    }

    /** Whoever stands in for a role that never began loses it too. */
    void drop(Person person, Person.Held role) {
        replaceRoles(person, role, null);
        dropped.add(role.id());
        for (Person other : list()) {
            for (Person.Held standIn : other.roles()) {
                if (role.id().equals(standIn.standsInFor())) {
                    drop(get(other.id()), standIn);
                }
            }
        }
    }

    private void replaceRoles(Person person, Person.Held before, Person.@Nullable Held after) {
        put(person.holding(person.roles().stream()
                .map(role -> role.id().equals(before.id()) ? after : role)
                .filter(Objects::nonNull)
                .toList()));
        concerned.add(person.id());
    }

    private void replace(Person person) {
        put(person);
        concerned.add(person.id());
        touched.add(person.id());
    }

    private void put(Person person) {
        people.put(person.id(), person);
        byEmail.put(person.email().toLowerCase(Locale.ROOT), person.id());
    }

    void note(String act, Person person, String detail) {
        deeds.add(new AuditLog.Deed(act, "account/" + person.id(), detail));
    }

    private static String code(@Nullable String organisation) {
        return organisation == null ? "länet" : organisation;
    }

    private static String name(String name) {
        if (name.isBlank()) {
            throw new Refusal("ACC-003");
        }
        return name.strip();
    }
}
