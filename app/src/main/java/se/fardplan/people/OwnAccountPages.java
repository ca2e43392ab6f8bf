package se.fardplan.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.Passkeys;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;

/** What the page of one's own account shows (mitt kontos sida). */
@Component
class OwnAccountPages {

    private final Persons persons;
    private final OwnAccount account;
    private final Passkeys passkeys;
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
            String today,
            Keys keys) {}

    /** @param mayShare true when someone else may hold it for a time */
    record Held(String id, String role, String days, String standsIn, boolean mayShare) {}

    record StandIn(String person, String held, String name, String role, String days) {}

    /**
     * One's passkeys.
     *
     * @param host where they are good; null where none are
     * @param byPassword true when the password is asked for again before one is added, or the address moved
     */
    record Keys(@Nullable String host, boolean byPassword, List<Key> list) {}

    record Key(String id, String name, String told) {}

    OwnAccountPages(Persons persons, OwnAccount account, Passkeys passkeys, Texts texts) {
        this.persons = persons;
        this.account = account;
        this.passkeys = passkeys;
        this.texts = texts;
    }

    /** The page, with what went wrong or has just been done. */
    String show(@Nullable String problem, @Nullable String done, CurrentUser user, Model model) {
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
                        today.toString(),
                        keys(user)));
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

    private Keys keys(CurrentUser user) {
        boolean byPassword =
                account.find(user.id()).map(OwnAccount.Owner::isOpened).orElse(true);
        return new Keys(
                passkeys.host(),
                byPassword,
                passkeys.list(user).stream()
                        .map(key -> new Key(key.id().toString(), key.name(), told(key)))
                        .toList());
    }

    private String told(Passkeys.Key key) {
        String added = day(key.createdAt());
        return key.lastUsedAt() == null
                ? texts.of("account.keys.unused", added)
                : texts.of("account.keys.used", added, day(key.lastUsedAt()));
    }

    private static String day(Instant moment) {
        return PersonListController.DAY.format(moment.atZone(HouseTime.SWEDEN));
    }
}
