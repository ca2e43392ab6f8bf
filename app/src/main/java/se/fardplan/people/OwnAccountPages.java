package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.OwnSessions;
import se.fardplan.access.Passkeys;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;

/** What the page of one's own account shows (mitt kontos sida). */
@Component
class OwnAccountPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final Persons persons;
    private final OwnAccount account;
    private final OwnSessions sessions;
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
            List<Session> sessions,
            Keys keys) {

        /** True for those who may have stand-ins, or have some. */
        boolean mayShare() {
            return !standIns.isEmpty() || roles.stream().anyMatch(Held::mayShare);
        }
    }

    /** @param mayShare true when someone else may hold it for a time */
    record Held(String id, String role, String days, String standsIn, boolean mayShare) {}

    record StandIn(String person, String held, String name, String role, String days) {}

    /** Where one is logged in. @param here true for the one that looks */
    record Session(String handle, String name, String told, boolean here) {}

    /**
     * One's passkeys.
     *
     * @param host where they are good; null where none are
     * @param byPassword true when the password is asked for again before one is added, or the address moved
     */
    record Keys(@Nullable String host, boolean byPassword, List<Key> list) {}

    record Key(String id, String name, String told) {}

    OwnAccountPages(Persons persons, OwnAccount account, OwnSessions sessions, Passkeys passkeys, Texts texts) {
        this.persons = persons;
        this.account = account;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.texts = texts;
    }

    /** The page, with what went wrong or has just been done. */
    String show(
            @Nullable String problem,
            @Nullable String done,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
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
                        sessions.list(user, request).stream().map(this::session).toList(),
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

    private Session session(OwnSessions.Live live) {
        String began = moment(live.began());
        String told = live.here()
                ? texts.of("account.session.here", began)
                : texts.of("account.session.used", began, lastUsed(live));
        return new Session(live.handle().toString(), name(live), told, live.here());
    }

    private String name(OwnSessions.Live live) {
        String browser = live.browser() == null ? texts.of("account.session.unknown") : live.browser();
        return live.machine() == null ? browser : texts.of("account.session.on", browser, live.machine());
    }

    /** The day is said once. */
    private String lastUsed(OwnSessions.Live live) {
        ZonedDateTime at = live.lastUsed().atZone(HouseTime.SWEDEN);
        boolean sameDay =
                at.toLocalDate().equals(live.began().atZone(HouseTime.SWEDEN).toLocalDate());
        return sameDay ? texts.of("account.session.time", TIME.format(at)) : moment(live.lastUsed());
    }

    /** No session lives for longer than a day. */
    private String moment(Instant moment) {
        ZonedDateTime at = moment.atZone(HouseTime.SWEDEN);
        boolean today = at.toLocalDate().equals(Principals.today());
        return texts.of(today ? "account.session.today" : "account.session.yesterday", TIME.format(at));
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
