package se.fardplan.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** Lays the yearly review on the desk of whoever is to make it (påminnelse om översyn). */
@Service
class Reviews {

    private final Persons persons;
    private final Desk desk;
    private final Texts texts;

    /**
     * Who reviews (granskare): the unit's manager, else the organisation's administrator, else the county's.
     *
     * @param organisation null for the county's administrator
     * @param unit null for an administrator
     */
    private record Reviewer(
            Role role,
            @Nullable String organisation,
            @Nullable String unit) {

        static Reviewer of(CurrentUser.Grant grant) {
            if (grant.unit() != null && grant.role() != Role.UNIT_MANAGER) {
                return new Reviewer(Role.UNIT_MANAGER, grant.organisation(), grant.unit());
            }
            return grant.organisation() == null || grant.role() == Role.ORGANISATION_ADMIN
                    ? new Reviewer(Role.COUNTY_ADMIN, null, null)
                    : new Reviewer(Role.ORGANISATION_ADMIN, grant.organisation(), null);
        }

        String key() {
            return "review/" + role + "/" + organisation + "/" + unit;
        }
    }

    Reviews(Persons persons, Desk desk, Texts texts) {
        this.persons = persons;
        this.desk = desk;
        this.texts = texts;
    }

    /** A year after it was given or last confirmed. */
    static boolean isDue(Person.Held role, LocalDate today) {
        return !role.confirmedOn().plusYears(1).isAfter(today);
    }

    /** Puts a line for each reviewer who has something to review, and takes it off when nothing is left. */
    @Transactional
    public void remind(LocalDate today) {
        Map<String, Integer> due = new TreeMap<>();
        Map<String, Reviewer> reviewers = new TreeMap<>();
        for (Person person : persons.listAll()) {
            for (Person.Held role : person.rolesOn(today)) {
                Reviewer reviewer = Reviewer.of(role.grant());
                reviewers.put(reviewer.key(), reviewer);
                due.merge(reviewer.key(), isDue(role, today) && role.standsInFor() == null ? 1 : 0, Integer::sum);
            }
        }
        due.forEach((key, number) -> {
            Reviewer reviewer = reviewers.get(key);
            if (number == 0 || reviewer == null) {
                desk.done(key);
            } else {
                desk.put(new Line(
                        key,
                        Line.Kind.TODO,
                        texts.of("review.line", number),
                        null,
                        "/behorigheter",
                        null,
                        Scope.role(reviewer.role(), reviewer.organisation(), reviewer.unit())));
            }
        });
    }
}
