package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.access.Accounts;
import se.fardplan.access.Addressees;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.access.Someone;

/** The day's letter, with a clock that goes when told and a mail server that may be away. */
@PagesTest
class DigestPagesTests {

    private static final LocalDate MONDAY = LocalDate.of(2032, 11, 22);

    @Autowired
    MockMvcTester pages;

    @Autowired
    LineStore lines;

    @Autowired
    LetterStore letters;

    @Autowired
    DigestStore digests;

    @Autowired
    DigestText text;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Addressees addressees;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String email = UUID.randomUUID() + "@norrby.example";
    /** Seven in the morning of a Swedish winter's Monday. */
    private final MovingClock clock = new MovingClock("2032-11-22T05:00:00Z");

    private final Mailbox mailbox = new Mailbox();
    private UUID account;

    @BeforeEach
    void open() {
        mailbox.open();
        database.sql("delete from desk.line").update();
        database.sql("delete from desk.letter").update();
        accounts.add(CurrentUser.console(), email, "Åsa Ek", List.of("head"), "tre gröna cyklar vid Siljan");
        account = database.sql("select id from access.account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private Outbox outbox(Post post) {
        return new Outbox(letters, post, transaction, clock);
    }

    private Digests digests(Outbox outbox) {
        return new Digests(digests, text, outbox, subscriptions, addressees, transaction, clock);
    }

    /** What the job does at its hour, and the outbox after it. */
    private void morning() {
        digests(outbox(mailbox.post())).write();
        Instant deadline = Instant.now().plusSeconds(20);
        // The commit has woken the outbox, which sends in a thread of its own.
        while (database.sql("select count(*) from desk.letter where next_attempt_at is not null and attempts = 0")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            outbox(mailbox.post()).sendDue();
        }
    }

    private void put(String title, Line.Kind kind, LocalDate day) {
        lines.save(
                List.of(new Line(account + title, kind, title, "Norrby", "/om", day, Scope.account(account))),
                clock.instant());
        clock.forward(Duration.ofMinutes(10));
    }

    private List<String> received() {
        return mailbox.received().stream()
                .filter(message -> to(message).equals(email))
                .map(DigestPagesTests::content)
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    private static String content(MimeMessage message) {
        try {
            return message.getSubject() + "\n"
                    + String.valueOf(message.getContent()).replace("\r\n", "\n");
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    private String link() {
        return "/utskick/"
                + database.sql("select token from desk.subscription where account = :account")
                        .param("account", account)
                        .query((row, number) -> row.getString("token"))
                        .single();
    }

    @Test
    void tellsOfEachLineWithItsDayItsPlaceAndItsLink() throws Exception {
        put("Läs utkastet", Line.Kind.TODO, MONDAY.plusDays(2));
        put("Svara på frågan", Line.Kind.TODO, MONDAY.minusDays(1));
        put("Planen är ändrad", Line.Kind.NEWS, null);
        put("Nätverket möts", Line.Kind.COMING, MONDAY.plusDays(17));
        morning();
        assertThat(received())
                .singleElement()
                .asString()
                .contains("Två nya saker att göra i Färdplan", "Hej Åsa Ek!")
                .containsSubsequence(
                        "ATT GÖRA",
                        "– Svara på frågan\n  21 november · Norrby\n  http://localhost",
                        "– Läs utkastet\n  onsdag 24 november · Norrby\n  http://localhost",
                        "NYTT",
                        "– Planen är ändrad\n  Norrby\n  http://localhost",
                        "PÅ GÅNG",
                        "– Nätverket möts\n  9 december · Norrby",
                        "Två saker att göra, en är sen. Allt står på http://localhost",
                        "/att-gora",
                        "Vill du inte ha det: http://localhost",
                        link());
        MimeMessage message = mailbox.received().stream()
                .filter(one -> to(one).equals(email))
                .findFirst()
                .orElseThrow();
        assertThat(message.getHeader("List-Unsubscribe")[0]).contains(link());
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void comesOnlyWhenSomethingIsNewSinceTheLast() {
        morning();
        assertThat(received()).isEmpty();
        put("Läs utkastet", Line.Kind.TODO, null);
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(1);
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(1);
        // Put again without a change it is nothing new, with another day it is.
        put("Läs utkastet", Line.Kind.TODO, null);
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(1);
        put("Läs utkastet", Line.Kind.TODO, MONDAY.plusDays(9));
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(2);
    }

    @Test
    void comesOnceADayWhateverTheClockSays() throws Exception {
        put("Ett", Line.Kind.NEWS, null);
        morning();
        put("Två", Line.Kind.NEWS, null);
        morning();
        clock.forward(Duration.ofHours(1));
        morning();
        clock.forward(Duration.ofHours(-2));
        morning();
        clock.forward(Duration.ofDays(-1));
        morning();
        assertThat(received()).hasSize(1);
        clock.set("2032-11-23T06:00:00Z");
        try (ExecutorService copies = Executors.newFixedThreadPool(2)) {
            Callable<Integer> copy = () -> digests(outbox(mailbox.post())).write();
            for (var result : copies.invokeAll(List.of(copy, copy))) {
                result.get();
            }
        }
        morning();
        assertThat(received()).hasSize(2);
        assertThat(received().get(1)).contains("Två").doesNotContain("Ett");
    }

    @Test
    void losesNothingAndDoublesNothingWhenTheMailServerIsAwayForADay() {
        mailbox.close();
        put("Måndagens sak", Line.Kind.TODO, null);
        morning();
        for (int hour = 0; hour < 23; hour++) {
            clock.forward(Duration.ofHours(1));
            outbox(mailbox.post()).sendDue();
        }
        put("Tisdagens sak", Line.Kind.TODO, null);
        clock.forward(Duration.ofHours(1));
        morning();
        mailbox.open();
        for (int quarter = 0; quarter < 8; quarter++) {
            clock.forward(Duration.ofMinutes(15));
            outbox(mailbox.post()).sendDue();
        }
        assertThat(received()).singleElement().asString().contains("Måndagens sak", "Tisdagens sak");
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(1);
    }

    @Test
    void tellsNobodyOfWhatTheyMayNoLongerSee() {
        lines.save(
                List.of(new Line(
                        "x" + account,
                        Line.Kind.NEWS,
                        "För chefer",
                        null,
                        "/om",
                        null,
                        Scope.role(Role.HEAD, null, null))),
                clock.instant());
        accounts.revoke(CurrentUser.console(), email, "head");
        morning();
        assertThat(received()).isEmpty();
    }

    @Test
    void goesToOpenAccountsAlone() {
        put("Ett", Line.Kind.NEWS, null);
        accounts.disable(CurrentUser.console(), email);
        morning();
        assertThat(received()).isEmpty();
    }

    @Test
    void isNotWrittenWhereThereIsNoMailServer() {
        put("Ett", Line.Kind.NEWS, null);
        assertThat(digests(outbox(new Post(null, "fardplan@norrby.example"))).write())
                .isZero();
        assertThat(database.sql("select count(*) from desk.letter")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void stopsByOneClickOnTheLinkAndBeginsByAnother() {
        put("Ett", Line.Kind.NEWS, null);
        morning();
        assertThat(pages.get().uri(link())).hasStatusOk().bodyText().contains("Du får dagens brev", "Sluta skicka");
        assertThat(subscriptions.find(link().substring(9)).orElseThrow().daily())
                .isTrue();
        // As a mail program does it: no page before, no session, no token.
        assertThat(pages.post().uri(link()).param("List-Unsubscribe", "One-Click"))
                .hasStatusOk()
                .bodyText()
                .contains("Du får inga dagliga brev", "Ditt val är sparat");
        put("Två", Line.Kind.NEWS, null);
        clock.forward(Duration.ofDays(1));
        morning();
        assertThat(received()).hasSize(1);
        assertThat(pages.post().uri(link()).param("dagens", "pa")).bodyText().contains("Du får dagens brev");
        morning();
        assertThat(received()).hasSize(2);
        assertThat(pages.get().uri("/utskick/" + "0".repeat(64))).hasStatus(404);
        assertThat(pages.get().uri("/logg?handling=account.digest-chosen").with(Someone.as(Role.REGISTRAR)))
                .bodyText()
                .contains("Dagens brev valt", "på → av", "av → på");
    }

    @Test
    void leavesTheLinkNeitherInMemoryNorInAnotherSitesLog() {
        put("Ett", Line.Kind.NEWS, null);
        morning();
        var response = pages.get().uri(link()).exchange().getResponse();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void isChosenOnOnesOwnPages() {
        var someone = Someone.as(Role.POLITICIAN);
        assertThat(pages.get().uri("/mitt-konto/utskick").with(someone))
                .bodyText()
                .contains("Du får dagens brev");
        assertThat(pages.post()
                        .uri("/mitt-konto/utskick")
                        .param("dagens", "av")
                        .with(someone)
                        .with(csrf()))
                .hasStatus(302)
                .hasRedirectedUrl("/mitt-konto/utskick?klart=ja");
        assertThat(pages.get().uri("/mitt-konto/utskick?klart=ja").with(someone))
                .bodyText()
                .contains("Du får inga dagliga brev", "Ditt val är sparat");
        assertThat(pages.post().uri("/mitt-konto/utskick").param("dagens", "pa").with(someone))
                .hasStatus(403);
    }

    @Test
    void comesAtSevenSwedishTimeSummerAndWinter() {
        var daily = Job.daily(LocalTime.of(7, 0), "x", () -> {}).schedule();
        for (String[] nextAfter : new String[][] {
            {"2032-11-22T10:00:00Z", "2032-11-23T06:00:00Z"},
            {"2032-03-27T10:00:00Z", "2032-03-28T05:00:00Z"},
            {"2032-10-30T10:00:00Z", "2032-10-31T06:00:00Z"}
        }) {
            assertThat(daily.getInitialExecutionTime(Instant.parse(nextAfter[0])))
                    .as(Arrays.toString(nextAfter))
                    .isEqualTo(Instant.parse(nextAfter[1]));
        }
    }
}
