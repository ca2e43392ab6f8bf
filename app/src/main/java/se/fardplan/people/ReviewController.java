package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Requires;

/** Once a year: is each role still right? (översyn av behörigheter). */
@Controller
class ReviewController {

    private final Persons persons;
    private final PersonDirectory directory;
    private final Reviews reviews;
    private final Texts texts;

    /** @param due how many of the rows wait for an answer */
    record Page(int due, List<Row> rows, @Nullable String problem, boolean done) {}

    /** @param due true when a year has gone since someone last said yes */
    record Row(String person, String held, String name, String role, String confirmed, boolean due) {}

    ReviewController(Persons persons, PersonDirectory directory, Reviews reviews, Texts texts) {
        this.persons = persons;
        this.directory = directory;
        this.reviews = reviews;
        this.texts = texts;
    }

    @Requires(Act.REVIEW_GRANTS)
    @GetMapping("/behorigheter")
    String page(@RequestParam(name = "klart", required = false) @Nullable String done, CurrentUser user, Model model) {
        return show(null, done != null, user, model);
    }

    /** Answers come as {@code svar-<person>_<held>=ja|nej}; a row without one stays as it is. */
    @Requires(Act.REVIEW_GRANTS)
    @PostMapping("/behorigheter")
    String answer(@RequestParam Map<String, String> form, CurrentUser user, Model model) {
        List<PersonChange> changes = new ArrayList<>();
        LocalDate yesterday = Principals.today().minusDays(1);
        form.forEach((name, answer) -> {
            if (name.matches("svar-[0-9a-f-]{36}_[0-9a-f-]{36}")) {
                UUID person = UUID.fromString(name.substring(5, 41));
                UUID held = UUID.fromString(name.substring(42));
                if (answer.equals("ja")) {
                    changes.add(new PersonChange.Confirm(person, held));
                } else if (answer.equals("nej")) {
                    changes.add(new PersonChange.End(person, held, yesterday));
                }
            }
        });
        try {
            directory.apply(user, changes);
            reviews.remind(Principals.today());
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(texts.of(refusal), false, user, model);
        }
        return "redirect:/behorigheter?klart";
    }

    private String show(@Nullable String problem, boolean done, CurrentUser user, Model model) {
        LocalDate today = Principals.today();
        Function<CurrentUser.Grant, String> words = persons.words();
        List<Row> rows = persons.listToReview(user).stream()
                .flatMap(person -> person.roles().stream().map(role -> row(person, role, today, words)))
                .sorted(Comparator.comparing(Row::due).reversed())
                .toList();
        int due = (int) rows.stream().filter(Row::due).count();
        model.addAttribute("page", new Page(due, rows, problem, done));
        return "people/review";
    }

    private static Row row(
            Person person, Person.Held role, LocalDate today, Function<CurrentUser.Grant, String> words) {
        return new Row(
                person.id().toString(),
                role.id().toString(),
                person.name(),
                words.apply(role.grant()),
                role.confirmedOn().toString(),
                Reviews.isDue(role, today));
    }
}
