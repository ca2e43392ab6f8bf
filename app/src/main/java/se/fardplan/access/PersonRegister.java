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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_STAND_IN_DAYS = 366;

    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<String, UUID> byEmail = new HashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Set<UUID> concerned = new LinkedHashSet<>();
    private final Map<Person.Held, UUID> touchedRoles = new LinkedHashMap<>();
    private final Set<UUID> dropped = new LinkedHashSet<>();
    private final List<AuditLog.Deed> deeds = new ArrayList<>();
    private final Places places;
    private final LocalDate today;

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
    }

    List<Person> list() {
        return List.copyOf(people.values());
    }

    Person get(UUID id) {
        Person person = people.get(id);
        if (person == null) {
            throw new Refusal("ACC-040");
        }
        return person;
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
            case PersonChange.Give give -> give(by, give);
            case PersonChange.End end -> end(by, end);
            case PersonChange.StandIn standIn -> standIn(by, standIn);
            case PersonChange.Confirm confirm -> confirm(by, confirm);
            case PersonChange.Close close -> close(by, get(close.person()));
            case PersonChange.Reopen reopen -> reopen(by, get(reopen.person()));
        }
    }

    private void invite(CurrentUser by, PersonChange.Invite invite) {
        demandManages(by, invite.organisation());
        checkOrganisation(invite.organisation());
        String email = address(invite.email());
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
        note("person.invited", person, person.name() + ", " + email);
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
            replace(new Person(
                    person.id(),
                    person.email(),
                    name,
                    correct.organisation(),
                    person.state(),
                    person.lastLoginAt(),
                    person.version() + 1,
                    person.roles()));
            note("person.corrected", person, String.join("; ", differences));
        }
    }

    private void give(CurrentUser by, PersonChange.Give give) {
        Person person = get(give.person());
        CurrentUser.Grant grant = give.grant();
        checkGrant(grant);
        demandMayGive(by, grant);
        checkDays(give.from(), give.until());
        if (person.state() == Person.State.CLOSED) {
            throw new Refusal("ACC-045", person.name());
        }
        boolean already = person.roles().stream()
                .anyMatch(role -> role.standsInFor() == null
                        && role.grant().equals(grant)
                        && (role.until() == null || !role.until().isBefore(give.from()))
                        && (give.until() == null || !role.from().isAfter(give.until())));
        if (already) {
            throw new Refusal("ACC-042", person.name(), places.words().apply(grant));
        }
        add(person, new Person.Held(UUID.randomUUID(), grant, give.from(), give.until(), null, "", by.name(), today));
        note("account.role-given", person, places.words().apply(grant) + days(give.from(), give.until()));
    }

    private void end(CurrentUser by, PersonChange.End end) {
        Person person = get(end.person());
        Person.Held role = held(person, end.held());
        LocalDate lastDay = end.lastDay();
        if (!Policy.mayGive(by, role.grant()) && (!mayEnd(by, person, role) || !isSooner(lastDay, role))) {
            throw new Refusal("ACC-001");
        }
        boolean administers =
                role.grant().role() == Role.COUNTY_ADMIN || role.grant().role() == Role.ORGANISATION_ADMIN;
        if (person.id().equals(by.id()) && administers) {
            throw new Refusal("ACC-043");
        }
        if (lastDay != null && lastDay.isBefore(today.minusDays(1))) {
            throw new Refusal("ACC-022", lastDay.toString());
        }
        if (role.standsInFor() != null && isTooLong(role.from(), lastDay)) {
            throw new Refusal("ACC-047");
        }
        long admins = countyAdmins();
        if (lastDay != null && lastDay.isBefore(role.from())) {
            drop(person, role);
        } else {
            swap(
                    person,
                    role,
                    new Person.Held(
                            role.id(),
                            role.grant(),
                            role.from(),
                            lastDay,
                            role.standsInFor(),
                            role.standsInForName(),
                            role.givenBy(),
                            role.confirmedOn()));
        }
        keepAnAdmin(admins, person);
        note(
                "account.role-taken",
                person,
                places.words().apply(role.grant()) + days(role.from(), role.until()) + " →"
                        + days(role.from(), lastDay));
    }

    /** Beside those who may give a role: the one who reviews it, and the one who is stood in for. */
    private boolean mayEnd(CurrentUser by, Person person, Person.Held role) {
        boolean reviews = role.grant().role().mayBeStoodInFor()
                && !person.id().equals(by.id())
                && Policy.allows(
                        by,
                        Act.REVIEW_GRANTS,
                        role.grant().organisation(),
                        role.grant().unit());
        return reviews || isStoodInFor(by, role);
    }

    /** Who may end a role may not prolong it. */
    private static boolean isSooner(@Nullable LocalDate lastDay, Person.Held role) {
        return lastDay != null && (role.until() == null || !lastDay.isAfter(role.until()));
    }

    private static boolean isTooLong(LocalDate from, @Nullable LocalDate until) {
        return until == null || until.isAfter(from.plusDays(LONGEST_STAND_IN_DAYS));
    }

    /** Whoever stands in for a role that never began loses it too. */
    private void drop(Person person, Person.Held role) {
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

    private boolean isStoodInFor(CurrentUser by, Person.Held role) {
        Person self = people.get(by.id());
        return self != null && self.roles().stream().anyMatch(own -> own.id().equals(role.standsInFor()));
    }

    private void standIn(CurrentUser by, PersonChange.StandIn standIn) {
        Person away = get(standIn.person());
        Person.Held role = held(away, standIn.held());
        if (!by.id().equals(away.id()) || !role.grant().role().mayBeStoodInFor()) {
            demandMayGive(by, role.grant());
        }
        if (away.state() == Person.State.CLOSED) {
            throw new Refusal("ACC-045", away.name());
        }
        Person substitute = get(standIn.substitute());
        checkDays(standIn.from(), standIn.until());
        if (substitute.id().equals(away.id())
                || substitute.state() == Person.State.CLOSED
                || role.standsInFor() != null) {
            throw new Refusal("ACC-046");
        }
        if (isTooLong(standIn.from(), standIn.until())) {
            throw new Refusal("ACC-047");
        }
        add(
                substitute,
                new Person.Held(
                        UUID.randomUUID(),
                        role.grant(),
                        standIn.from(),
                        standIn.until(),
                        role.id(),
                        away.name(),
                        by.name(),
                        today));
        String words = places.words().apply(role.grant()) + days(standIn.from(), standIn.until());
        note("account.substitute", substitute, words + ", " + away.name());
        note("account.substitute", away, words + ", " + substitute.name());
    }

    private void confirm(CurrentUser by, PersonChange.Confirm confirm) {
        Person person = get(confirm.person());
        Person.Held role = held(person, confirm.held());
        demandReviews(by, role.grant());
        if (person.id().equals(by.id())) {
            throw new Refusal("ACC-048");
        }
        swap(
                person,
                role,
                new Person.Held(
                        role.id(),
                        role.grant(),
                        role.from(),
                        role.until(),
                        role.standsInFor(),
                        role.standsInForName(),
                        role.givenBy(),
                        today));
        note("account.role-confirmed", person, places.words().apply(role.grant()));
    }

    private void close(CurrentUser by, Person person) {
        demandManages(by, person.organisation());
        if (person.id().equals(by.id())) {
            throw new Refusal("ACC-043");
        }
        demandGivesAll(by, person);
        long admins = countyAdmins();
        replace(state(person, Person.State.CLOSED));
        keepAnAdmin(admins, person);
        note("account.disabled", person, person.email());
    }

    private void reopen(CurrentUser by, Person person) {
        demandManages(by, person.organisation());
        demandGivesAll(by, person);
        replace(state(person, Person.State.ACTIVE));
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
    private void keepAnAdmin(long before, Person asItWas) {
        if (before > 0 && countyAdmins() == 0) {
            put(asItWas);
            throw new Refusal("ACC-044");
        }
    }

    private long countyAdmins() {
        return people.values().stream()
                .filter(PersonRegister::isOpened)
                .filter(person -> person.rolesOn(today).stream()
                        .anyMatch(role -> role.grant().role() == Role.COUNTY_ADMIN
                                && role.until() == null
                                && role.standsInFor() == null))
                .count();
    }

    /** An invitation may never be answered; who comes in by another login has no password. */
    private static boolean isOpened(Person person) {
        return person.state() == Person.State.ACTIVE || person.lastLoginAt() != null;
    }

    private void checkGrant(CurrentUser.Grant grant) {
        if (grant.organisation() == null && (grant.role().isForOneOrganisation() || grant.unit() != null)) {
            throw new Refusal("ACC-023", places.words().apply(grant));
        }
        checkOrganisation(grant.organisation());
        if (grant.unit() != null && !places.isUnit().test(grant)) {
            throw new Refusal("ACC-050", grant.unit());
        }
    }

    private void checkOrganisation(@Nullable String code) {
        if (code != null && !places.isOrganisation().test(code)) {
            throw new Refusal("ACC-024", code);
        }
    }

    private void checkDays(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw new Refusal("ACC-051", until.toString(), from.toString());
        }
        if (until != null && until.isBefore(today)) {
            throw new Refusal("ACC-022", until.toString());
        }
    }

    private static void demandManages(CurrentUser by, @Nullable String organisation) {
        if (!Policy.allows(by, Act.MANAGE_PEOPLE, organisation)) {
            throw new Refusal("ACC-001");
        }
    }

    private static void demandMayGive(CurrentUser by, CurrentUser.Grant grant) {
        if (!Policy.mayGive(by, grant)) {
            throw new Refusal("ACC-001");
        }
    }

    private static void demandReviews(CurrentUser by, CurrentUser.Grant grant) {
        if (!Policy.allows(by, Act.REVIEW_GRANTS, grant.organisation(), grant.unit())) {
            throw new Refusal("ACC-001");
        }
    }

    private static Person.Held held(Person person, UUID id) {
        return person.roles().stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("ACC-040"));
    }

    private void add(Person person, Person.Held role) {
        List<Person.Held> roles = new ArrayList<>(person.roles());
        roles.add(role);
        put(person.holding(roles));
        concerned.add(person.id());
        touchedRoles.put(role, person.id());
    }

    private void swap(Person person, Person.Held before, Person.Held after) {
        replaceRoles(person, before, after);
        // The latest stands last, even one that is as it was before.
        touchedRoles.remove(after);
        touchedRoles.put(after, person.id());
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

    private void note(String act, Person person, String detail) {
        deeds.add(new AuditLog.Deed(act, "account/" + person.id(), detail));
    }

    private static Person state(Person person, Person.State state) {
        return new Person(
                person.id(),
                person.email(),
                person.name(),
                person.organisation(),
                state,
                person.lastLoginAt(),
                person.version() + 1,
                person.roles());
    }

    private static String days(LocalDate from, @Nullable LocalDate until) {
        return " " + from + "–" + (until == null ? "" : until);
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

    static String address(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(address).matches()) {
            throw new Refusal("ACC-002", email);
        }
        return address;
    }
}
