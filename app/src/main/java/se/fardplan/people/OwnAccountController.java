package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Entrance;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;
import se.fardplan.access.Requires;

/** One's own account: roles, stand-ins, password and address (mitt konto). */
@Controller
class OwnAccountController {

    private final Persons persons;
    private final OwnChanges changes;
    private final Entrance entrance;
    private final Texts texts;

    /**
     * @param problem the sentence to mend a form by; null when nothing is wrong
     * @param done what has just been done; null when nothing
     */
    record Page(
            String name,
            String email,
            List<Held> roles,
            List<StandIn> standIns,
            @Nullable String problem,
            @Nullable String done,
            String today) {}

    /** @param mayShare true when someone else may hold it for a time */
    record Held(String id, String role, String days, String standsIn, boolean mayShare) {}

    record StandIn(String person, String held, String name, String role, String days) {}

    OwnAccountController(Persons persons, OwnChanges changes, Entrance entrance, Texts texts) {
        this.persons = persons;
        this.changes = changes;
        this.entrance = entrance;
        this.texts = texts;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/mitt-konto")
    String page(@RequestParam(name = "klart", defaultValue = "") String done, CurrentUser user, Model model) {
        boolean known = List.of("losenord", "adress", "vikarie").contains(done);
        return show(null, known ? texts.of("account.done." + done) : null, user, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/losenord")
    String password(
            @RequestParam("gammalt") String old,
            @RequestParam("nytt") String password,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return saved(
                () -> {
                    changes.password(user, old, password);
                    // Every session has ended, this one too.
                    entrance.open(user.id(), request, response);
                },
                "losenord",
                user,
                model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/adress")
    String address(@RequestParam("epost") String email, CurrentUser user, Model model) {
        return saved(() -> changes.address(user, email), "adress", user, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/vikarier")
    String standIn(
            @RequestParam("roll") UUID held,
            @RequestParam("epost") String email,
            @RequestParam("fran") String from,
            @RequestParam("till") String until,
            CurrentUser user,
            Model model) {
        return saved(
                () -> changes.standIn(user, held, email, UnitForm.day(from), UnitForm.day(until)),
                "vikarie",
                user,
                model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/vikarier/{person:[0-9a-f-]{36}}/{held:[0-9a-f-]{36}}/avslut")
    String endStandIn(@PathVariable UUID person, @PathVariable UUID held, CurrentUser user, Model model) {
        return saved(() -> changes.endStandIn(user, person, held), "vikarie", user, model);
    }

    private String saved(Runnable change, String done, CurrentUser user, Model model) {
        try {
            change.run();
        } catch (Refusal refusal) {
            if (refusal.code().equals("ACC-001")) {
                throw refusal;
            }
            return show(texts.of(refusal), null, user, model);
        }
        return "redirect:/mitt-konto?klart=" + done;
    }

    private String show(@Nullable String problem, @Nullable String done, CurrentUser user, Model model) {
        LocalDate today = Principals.today();
        Function<CurrentUser.Grant, String> words = persons.words();
        Person self = persons.find(user, user.id()).orElseThrow();
        model.addAttribute(
                "page",
                new Page(
                        self.name(),
                        self.email(),
                        self.roles().stream()
                                .filter(role -> !role.isOver(today))
                                .map(role -> held(role, words))
                                .toList(),
                        persons.listStandIns(user).stream()
                                .flatMap(person -> standIns(self, person, today, words).stream())
                                .toList(),
                        problem,
                        done,
                        today.toString()));
        return "people/ownaccount";
    }

    private Held held(Person.Held role, Function<CurrentUser.Grant, String> words) {
        return new Held(
                role.id().toString(),
                words.apply(role.grant()),
                days(role),
                role.standsInForName(),
                role.standsInFor() == null && role.grant().role().mayBeStoodInFor());
    }

    private List<StandIn> standIns(
            Person self, Person person, LocalDate today, Function<CurrentUser.Grant, String> words) {
        return person.roles().stream()
                .filter(role -> !role.isOver(today)
                        && self.roles().stream().anyMatch(own -> own.id().equals(role.standsInFor())))
                .map(role -> new StandIn(
                        person.id().toString(),
                        role.id().toString(),
                        person.name(),
                        words.apply(role.grant()),
                        days(role)))
                .toList();
    }

    private String days(Person.Held role) {
        return role.until() == null
                ? texts.of("days.from", role.from().toString())
                : texts.of("days.both", role.from().toString(), role.until().toString());
    }
}
