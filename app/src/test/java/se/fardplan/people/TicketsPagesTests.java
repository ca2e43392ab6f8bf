package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.desk.Desk;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** The links in mails: each does one thing once, and what is wrong with one that does not is not said. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=tickets")
class TicketsPagesTests {

    private static final CurrentUser ADMIN = new CurrentUser(
            new UUID(5, 6),
            "Carin Land",
            "carin@dalarna.example",
            List.of(new CurrentUser.Grant(Role.COUNTY_ADMIN, null)));
    private static final String PASSWORD = "tre gröna cyklar vid Siljan";
    private static final String ANOTHER = "fem blå kanoter på Runn";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/[\\w/-]+)");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PersonDirectory directory;

    @Autowired
    OwnChanges changes;

    @Autowired
    OwnAccount accounts;

    @Autowired
    TicketStore store;

    @Autowired
    Organisation organisation;

    @Autowired
    Desk desk;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final UUID person = UUID.randomUUID();
    private final String email = person + "@dalarna.example";

    @BeforeEach
    void invite() {
        counties.ensureLoaded("dalarna", true);
        directory.apply(ADMIN, new PersonChange.Invite(person, email, "Åsa Öst", "2080"));
    }

    /** The last link sent to an address. */
    private String link(String address) {
        for (String body : letters(address).reversed()) {
            Matcher link = LINK.matcher(body);
            if (link.find() && link.group(1).length() > 40) {
                return link.group(1);
            }
        }
        throw new AssertionError("expected a link to " + address + ", found " + letters(address));
    }

    private List<String> letters(String address) {
        return database.sql("select body from desk.letter where recipient = :to order by created_at")
                .param("to", address)
                .query(String.class)
                .list();
    }

    private void at(Instant now, Consumer<Tickets> act) {
        Tickets then = new Tickets(store, accounts, organisation, desk, texts, Clock.fixed(now, ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> act.accept(then));
    }

    private MvcTestResult choose(String link, String password) {
        return pages.post().uri(link).param("losenord", password).with(csrf()).exchange();
    }

    private MvcTestResult remind(String address) {
        return pages.post()
                .uri("/glomt-losenord")
                .param("epost", address)
                .with(csrf())
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("value=\"[\\w-]{40,}\"", "");
    }

    private void isGone(String link) {
        assertThat(pages.get().uri(link).exchange()).as(link).hasStatus(410);
        assertThat(choose(link, ANOTHER)).as(link).hasStatus(410);
    }

    @Test
    void opensAnAccountByAnInvitationOnce() {
        String link = link(email);
        assertThat(choose(link, "kort")).hasStatus(422).bodyText().contains("Åsa Öst");
        assertThat(choose(link, PASSWORD)).hasStatus(302).hasRedirectedUrl("/att-gora");
        assertThat(accounts.find(person).orElseThrow().isOpened()).isTrue();
        isGone(link);
        assertThat(letters(email)).hasSize(2).last().asString().contains("/glomt-losenord");
    }

    @Test
    void answersAlikeToEveryLinkThatDoesNotHold() {
        String replaced = link(email);
        at(Instant.now().minus(Duration.ofDays(15)), tickets -> tickets.invite(ADMIN, List.of(person)));
        String old = link(email);
        at(Instant.now(), tickets -> tickets.invite(ADMIN, List.of(person)));
        String used = link(email);
        choose(used, PASSWORD);
        String never = "/valkommen/" + Ticket.newToken();

        String expected = body(pages.get().uri(never).exchange());
        assertThat(expected).contains("Länken gäller inte längre").doesNotContain("Åsa", email);
        for (String link : List.of(replaced, old, used)) {
            isGone(link);
            assertThat(body(pages.get().uri(link).exchange())).isEqualTo(expected);
        }
        isGone(used.replace("/valkommen/", "/nytt-losenord/"));
    }

    @Test
    void changesNothingWhenALinkIsOnlyOpened() {
        String link = link(email);
        String before = tickets();
        for (int times = 0; times < 3; times++) {
            assertThat(pages.get().uri(link).exchange()).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
            assertThat(pages.head().uri(link).exchange()).hasStatusOk();
        }
        assertThat(tickets()).isEqualTo(before);
        assertThat(choose(link, PASSWORD)).hasStatus(302);
    }

    private String tickets() {
        return database.sql("select string_agg(t::text, ' ' order by made_at) from people.ticket t")
                .query(String.class)
                .single();
    }

    @Test
    void keepsNoSecretOfALink() {
        String token = link(email).replaceFirst(".*/", "");
        choose(link(email), PASSWORD);
        remind(email);
        for (String table : database.sql("""
                        select table_schema || '.' || table_name
                        from information_schema.tables
                        where table_schema in ('people', 'access') and table_type = 'BASE TABLE'
                        """).query(String.class).list()) {
            assertThat(database.sql("select count(*) from " + table + " t where t::text like '%' || :token || '%'")
                            .param("token", token)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(tickets()).contains(Ticket.hash(token));
    }

    @Test
    void saysNotWhetherAnAddressIsKnown() {
        choose(link(email), PASSWORD);
        String unknown = body(remind("ingen@dalarna.example"));
        assertThat(body(remind(email))).isEqualTo(unknown);
        assertThat(link(email)).startsWith("/nytt-losenord/");
        directory.apply(ADMIN, new PersonChange.Close(person));
        int before = letters(email).size();
        assertThat(body(remind(email))).isEqualTo(unknown);
        assertThat(body(remind("inte ens en adress\r\nBcc: x"))).isEqualTo(unknown);
        assertThat(letters(email)).hasSize(before);
    }

    @Test
    void sendsAtMostThreeRemindersAnHour() {
        choose(link(email), PASSWORD);
        int before = letters(email).size();
        Instant now = Instant.now();
        for (int minute = 0; minute < 50; minute += 10) {
            at(now.plus(Duration.ofMinutes(minute)), tickets -> tickets.remind(email));
        }
        assertThat(letters(email)).hasSize(before + 3);
        at(now.plus(Duration.ofMinutes(61)), tickets -> tickets.remind(email.toUpperCase()));
        assertThat(letters(email)).hasSize(before + 4);
    }

    @Test
    void endsOtherSessionsByANewPassword() {
        choose(link(email), PASSWORD);
        RequestPostProcessor session = Someone.the(email);
        assertThat(pages.get().uri("/mitt-konto").with(session).exchange()).hasStatusOk();
        remind(email);
        String link = link(email);
        assertThat(choose(link, ANOTHER)).hasStatus(302);
        assertThat(pages.get()
                        .uri("/mitt-konto")
                        .with(session)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(200);
        isGone(link);
        assertThat(letters(email).getLast()).contains("/glomt-losenord");
    }

    @Test
    void closesEveryOtherLinkWhenAPasswordIsChosen() {
        String invitation = link(email);
        remind(email);
        choose(link(email), PASSWORD);
        isGone(invitation);
        remind(email);
        String reminder = link(email);
        CurrentUser self = new CurrentUser(person, "Åsa Öst", email, List.of());
        changes.password(self, PASSWORD, ANOTHER);
        isGone(reminder);
    }

    @Test
    void movesTheAccountToAnAddressThatHasBeenReadAndTellsTheOldOne() {
        choose(link(email), PASSWORD);
        remind(email);
        String reminder = link(email);
        String moved = "ny-" + email;
        CurrentUser self = new CurrentUser(person, "Åsa Öst", email, List.of());
        changes.address(self, moved);
        assertThat(accounts.find(person).orElseThrow().email()).isEqualTo(email);
        String link = link(moved);
        assertThat(confirm(link, Someone.the(email))).hasStatus(302).hasRedirectedUrl("/mitt-konto");
        assertThat(accounts.find(person).orElseThrow().email()).isEqualTo(moved);
        assertThat(letters(email).getLast()).contains(moved);
        assertThat(confirm(link, Someone.the(moved))).hasStatus(410);
        isGone(reminder);
    }

    private MvcTestResult confirm(String link, RequestPostProcessor who) {
        return pages.post().uri(link).with(csrf()).with(who).exchange();
    }

    /** A mistyped address may be a stranger's. */
    @Test
    void movesNoAccountForAReaderWhoIsNotItsOwner() {
        choose(link(email), PASSWORD);
        changes.address(new CurrentUser(person, "Åsa Öst", email, List.of()), "fel-" + email);
        String link = link("fel-" + email);
        assertThat(pages.get().uri(link).exchange())
                .hasStatus(302)
                .headers()
                .hasValue("Location", "/logga-in?vidare=" + link.replace("/", "%2F"));
        assertThat(pages.post().uri(link).with(csrf()).exchange()).hasStatus(401);
        assertThat(confirm(link, Someone.as())).hasStatus(410);
        assertThat(accounts.find(person).orElseThrow().email()).isEqualTo(email);
    }

    @Test
    void sendsAtMostThreeConfirmationsAnHour() {
        choose(link(email), PASSWORD);
        CurrentUser self = new CurrentUser(person, "Åsa Öst", email, List.of());
        for (int times = 0; times < 3; times++) {
            changes.address(self, times + "-" + email);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changes.address(self, "4-" + email))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("PEO-010"));
    }

    @Test
    void movesNoAccountToAnAddressThatIsTakenMeanwhile() {
        choose(link(email), PASSWORD);
        String moved = "ny-" + email;
        changes.address(new CurrentUser(person, "Åsa Öst", email, List.of()), moved);
        directory.apply(ADMIN, new PersonChange.Invite(UUID.randomUUID(), moved, "En Annan", "2080"));
        String link = database.sql("select body from desk.letter where recipient = :to order by created_at limit 1")
                .param("to", moved)
                .query(String.class)
                .single();
        Matcher path = LINK.matcher(link);
        assertThat(path.find()).isTrue();
        assertThat(confirm(path.group(1), Someone.the(email))).hasStatus(422);
        assertThat(accounts.find(person).orElseThrow().email()).isEqualTo(email);
    }

    @Test
    void holdsNoLinkForAnAccountThatIsClosed() {
        String invitation = link(email);
        choose(invitation, PASSWORD);
        changes.address(new CurrentUser(person, "Åsa Öst", email, List.of()), "ny-" + email);
        remind(email);
        String reminder = link(email);
        directory.apply(ADMIN, new PersonChange.Close(person));
        isGone(reminder);
        assertThat(pages.post().uri(link("ny-" + email)).with(csrf()).exchange())
                .hasStatus(401);
    }
}
