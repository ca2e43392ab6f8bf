package se.fardplan.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.Units;

/** Who is here and with which roles (människor och behörigheter); the rules and refusals are {@link PersonRegister}'s. */
@Service
public class Persons {

    private final PersonStore store;
    private final AuditLog log;
    private final Organisation organisation;
    private final Units units;
    private final Texts texts;
    private final Clock clock;

    Persons(PersonStore store, AuditLog log, Organisation organisation, Units units, Texts texts, Clock clock) {
        this.store = store;
        this.log = log;
        this.organisation = organisation;
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    /** Everyone {@code by} may see, by name: those of the organisations and units whose people {@code by} may read. */
    public List<Person> list(CurrentUser by) {
        return store.list().stream().filter(person -> maySee(by, person)).toList();
    }

    /** The person, if {@code by} may see them; everyone may see themselves. */
    public Optional<Person> find(CurrentUser by, UUID id) {
        return store.list().stream()
                .filter(person -> person.id().equals(id))
                .filter(person -> person.id().equals(by.id()) || maySee(by, person))
                .findFirst();
    }

    /** Those who stand in for {@code user}, now or later. */
    public List<Person> listStandIns(CurrentUser user) {
        List<Person> everyone = store.list();
        Set<UUID> own = everyone.stream()
                .filter(person -> person.id().equals(user.id()))
                .flatMap(person -> person.roles().stream())
                .map(Person.Held::id)
                .collect(Collectors.toSet());
        return everyone.stream()
                .filter(person -> person.roles().stream()
                        .anyMatch(role -> role.standsInFor() != null
                                && own.contains(role.standsInFor())
                                && !role.isOver(today())))
                .toList();
    }

    /** Everyone with the roles that {@code user} is to review each year; other roles are left out. */
    public List<Person> listToReview(CurrentUser user) {
        return store.list().stream()
                .filter(person ->
                        person.state() != Person.State.CLOSED && !person.id().equals(user.id()))
                .map(person -> person.holding(person.roles().stream()
                        .filter(role -> role.standsInFor() == null && !role.isOver(today()))
                        .filter(role -> Policy.allows(
                                user,
                                Act.REVIEW_GRANTS,
                                role.grant().organisation(),
                                role.grant().unit()))
                        .toList()))
                .filter(person -> !person.roles().isEmpty())
                .toList();
    }

    /** Everyone, for a job that runs for nobody. */
    public List<Person> listAll() {
        return store.list();
    }

    /**
     * Makes the changes in order, all or none, and writes each in the log.
     *
     * @return everyone whose data or roles have changed, as they now stand, whether {@code by} may see them or not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Person> apply(CurrentUser by, List<PersonChange> changes) {
        store.lock();
        PersonRegister register = register();
        changes.forEach(change -> register.apply(by, change));
        store.save(register.changed(), clock.instant());
        store.saveRoles(register.changedRoles());
        store.deleteRoles(register.droppedRoles());
        log.addAll(by, register.deeds());
        return register.concerned();
    }

    /**
     * Makes the changes in order on paper only.
     *
     * @return for each change the refusal it would meet, null where it would be made
     */
    public List<@Nullable Refusal> rehearse(CurrentUser by, List<PersonChange> changes) {
        PersonRegister register = register();
        List<@Nullable Refusal> refusals = new ArrayList<>();
        for (PersonChange change : changes) {
            try {
                register.apply(by, change);
                refusals.add(null);
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    /** How a role is written, such as {@code Enhetschef, Orsa, Hemtjänst norr}. */
    public Function<CurrentUser.Grant, String> words() {
        Map<String, Unit> byCode = units.list().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Map<String, String> names = principals();
        return grant -> words(grant, names, byCode);
    }

    private PersonRegister register() {
        Map<String, Unit> byCode = units.list().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Map<String, String> names = principals();
        Map<String, Boolean> known = new HashMap<>();
        return new PersonRegister(
                store.list(),
                new PersonRegister.Places(
                        grant -> words(grant, names, byCode),
                        code -> known.computeIfAbsent(
                                code, one -> organisation.findPrincipal(one).isPresent()),
                        grant -> isUnitOf(byCode.get(grant.unit()), grant)),
                today());
    }

    private Map<String, String> principals() {
        return organisation.listPrincipals(today()).stream()
                .collect(Collectors.toMap(Principal::code, Principal::name));
    }

    private String words(CurrentUser.Grant grant, Map<String, String> principals, Map<String, Unit> units) {
        String code = grant.organisation();
        Unit unit = grant.unit() == null ? null : units.get(grant.unit());
        return Stream.of(
                        texts.of("role." + grant.role().name()),
                        code == null ? "" : principals.getOrDefault(code, code),
                        unit == null ? "" : unit.nearest(today()).name())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static boolean isUnitOf(@Nullable Unit unit, CurrentUser.Grant grant) {
        return unit != null
                && unit.periods().stream()
                        .anyMatch(period -> grant.organisation() != null
                                && grant.organisation().equals(period.details().principal()));
    }

    private static boolean maySee(CurrentUser by, Person person) {
        return person.organisations().anyMatch(code -> Policy.allows(by, Act.READ_PEOPLE, code))
                || person.roles().stream()
                        .anyMatch(role -> role.grant().unit() != null
                                && Policy.allows(
                                        by,
                                        Act.READ_PEOPLE,
                                        role.grant().organisation(),
                                        role.grant().unit()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
