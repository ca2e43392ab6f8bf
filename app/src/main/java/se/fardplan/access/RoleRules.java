package se.fardplan.access;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/** The rules for giving, ending, lending and confirming roles (behörighetsregler); what they change is the register's. */
final class RoleRules {

    private static final int LONGEST_STAND_IN_DAYS = 366;

    private final PersonRegister register;
    private final PersonRegister.Places places;
    private final LocalDate today;

    RoleRules(PersonRegister register, PersonRegister.Places places, LocalDate today) {
        this.register = register;
        this.places = places;
        this.today = today;
    }

    void give(CurrentUser by, PersonChange.Give give) {
        Person person = register.get(give.person());
        CurrentUser.Grant grant = give.grant();
        checkGrant(grant);
        demandMayGive(by, grant);
        checkDays(give.from(), give.until());
        if (person.state() == Person.State.CLOSED) {
            throw new Refusal("ACC-045", person.name());
        }
        boolean already = person.roles().stream()
                .anyMatch(role -> role.standsInFor() == null
                        && Objects.equals(role.source(), give.source())
                        && role.grant().equals(grant)
                        && (role.until() == null || !role.until().isBefore(give.from()))
                        && (give.until() == null || !role.from().isAfter(give.until())));
        if (already) {
            throw new Refusal("ACC-042", person.name(), places.words().apply(grant));
        }
        register.add(
                person,
                new Person.Held(
                        UUID.randomUUID(),
                        grant,
                        give.from(),
                        give.until(),
                        null,
                        "",
                        by.name(),
                        today,
                        give.source()));
        register.note("account.role-given", person, places.words().apply(grant) + days(give.from(), give.until()));
    }

    void end(CurrentUser by, PersonChange.End end) {
        Person person = register.get(end.person());
        Person.Held role = held(person, end.held());
        LocalDate lastDay = end.lastDay();
        if (!Policy.mayGive(by, role.grant()) && (!mayEnd(by, person, role) || !isSooner(lastDay, role))) {
            throw new Refusal("ACC-001");
        }
        if (person.id().equals(by.id()) && !role.grant().role().mayBeStoodInFor()) {
            throw new Refusal("ACC-043");
        }
        if (lastDay != null && lastDay.isBefore(today.minusDays(1))) {
            throw new Refusal("ACC-022", lastDay.toString());
        }
        if (role.standsInFor() != null && isTooLong(role.from(), lastDay)) {
            throw new Refusal("ACC-047");
        }
        if (lastDay != null && lastDay.isBefore(role.from())) {
            register.drop(person, role);
        } else {
            register.swap(person, role, role.endingOn(lastDay));
        }
        register.keepAnAdmin(person);
        register.note(
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

    private boolean isStoodInFor(CurrentUser by, Person.Held role) {
        return register.find(by.id()).stream()
                .flatMap(self -> self.roles().stream())
                .anyMatch(own -> own.id().equals(role.standsInFor()));
    }

    void standIn(CurrentUser by, PersonChange.StandIn standIn) {
        Person away = register.get(standIn.person());
        Person.Held role = held(away, standIn.held());
        if (!by.id().equals(away.id()) || !role.grant().role().mayBeStoodInFor()) {
            demandMayGive(by, role.grant());
        }
        if (away.state() == Person.State.CLOSED) {
            throw new Refusal("ACC-045", away.name());
        }
        Person substitute = register.get(standIn.substitute());
        checkDays(standIn.from(), standIn.until());
        if (substitute.id().equals(away.id())
                || substitute.state() == Person.State.CLOSED
                || role.standsInFor() != null) {
            throw new Refusal("ACC-046");
        }
        if (isTooLong(standIn.from(), standIn.until())) {
            throw new Refusal("ACC-047");
        }
        register.add(
                substitute,
                new Person.Held(
                        UUID.randomUUID(),
                        role.grant(),
                        standIn.from(),
                        standIn.until(),
                        role.id(),
                        away.name(),
                        by.name(),
                        today,
                        null));
        String words = places.words().apply(role.grant()) + days(standIn.from(), standIn.until());
        register.note("account.substitute", substitute, words + ", " + away.name());
        register.note("account.substitute", away, words + ", " + substitute.name());
    }

    void confirm(CurrentUser by, PersonChange.Confirm confirm) {
        Person person = register.get(confirm.person());
        Person.Held role = held(person, confirm.held());
        demandReviews(by, role.grant());
        if (person.id().equals(by.id())) {
            throw new Refusal("ACC-048");
        }
        register.swap(person, role, role.confirmedOn(today));
        register.note("account.role-confirmed", person, places.words().apply(role.grant()));
    }

    private void checkGrant(CurrentUser.Grant grant) {
        if (grant.organisation() == null && (grant.role().isForOneOrganisation() || grant.unit() != null)) {
            throw new Refusal("ACC-023", places.words().apply(grant));
        }
        register.checkOrganisation(grant.organisation());
        if (grant.unit() != null && !places.isUnit().test(grant)) {
            throw new Refusal("ACC-050", grant.unit());
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

    private static String days(LocalDate from, @Nullable LocalDate until) {
        return " " + from + "–" + (until == null ? "" : until);
    }
}
