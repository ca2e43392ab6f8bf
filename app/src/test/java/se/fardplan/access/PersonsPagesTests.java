package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser.Grant;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;
import se.fardplan.organisation.Units;

/** People and roles from the database to the next request, and what others may see of them. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=persons")
class PersonsPagesTests {

    private static final LocalDate TODAY = LocalDate.now(HouseTime.SWEDEN);
    private static final String FALUN = "2080";
    private static final String ORSA = "2034";
    private static final CurrentUser COUNTY = new CurrentUser(
            new UUID(5, 5), "Carin Land", "carin@dalarna.example", List.of(new Grant(Role.COUNTY_ADMIN, null)));

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStore store;

    @Autowired
    Units units;

    @Autowired
    AuditLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    private void apply(List<PersonChange> changes) {
        transaction.executeWithoutResult(status -> persons.apply(COUNTY, changes));
    }

    /** Someone with a password and these roles from today. */
    private Person add(String name, @Nullable String organisation, Grant... grants) {
        UUID id = UUID.randomUUID();
        List<PersonChange> changes = new ArrayList<>();
        changes.add(new PersonChange.Invite(id, id + "@dalarna.example", name, organisation));
        for (Grant grant : grants) {
            changes.add(new PersonChange.Give(id, grant, TODAY, null));
        }
        apply(changes);
        store.setPassword(id, "{noop}");
        return find(id);
    }

    private Person find(UUID id) {
        return persons.find(COUNTY, id).orElseThrow();
    }

    private static CurrentUser user(Person person) {
        return new CurrentUser(
                person.id(),
                person.name(),
                person.email(),
                person.rolesOn(TODAY).stream().map(Person.Held::grant).toList());
    }

    private int status(String address, RequestPostProcessor who) {
        return pages.get().uri(address).with(who).exchange().getResponse().getStatus();
    }

    private String body(String address, RequestPostProcessor who) {
        return new String(
                pages.get().uri(address).with(who).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void endsEveryAccessAtTheNextRequestWhenSomeoneLeaves() {
        Person admin = add("Åsa Går", FALUN, new Grant(Role.ORGANISATION_ADMIN, FALUN));
        RequestPostProcessor session = Someone.the(admin.email());
        assertThat(status("/personer", session)).isEqualTo(200);
        apply(List.of(new PersonChange.Close(admin.id())));
        assertThat(status("/personer", session)).isNotEqualTo(200);
        assertThat(find(admin.id()).rolesOn(TODAY)).isEmpty();
        apply(List.of(new PersonChange.Reopen(admin.id())));
        assertThat(status("/personer", session))
                .as("the old session stays ended")
                .isNotEqualTo(200);
        assertThat(status("/personer", Someone.the(admin.email()))).isEqualTo(200);
    }

    @Test
    void takesAwayARoleThatEndsWithTheNextRequest() {
        Person admin = add("Åsa Ändrad", FALUN, new Grant(Role.ORGANISATION_ADMIN, FALUN));
        RequestPostProcessor session = Someone.the(admin.email());
        assertThat(status("/personer/ny", session)).isEqualTo(200);
        apply(List.of(new PersonChange.End(admin.id(), admin.roles().getFirst().id(), TODAY.minusDays(1))));
        assertThat(status("/personer/ny", session)).isEqualTo(403);
    }

    @Test
    void takesARoleFromTheStandInWhenItsHolderLosesIt() {
        Person away = add("Bo Borta", FALUN, new Grant(Role.HEAD, FALUN));
        Person here = add("Hanna Här", FALUN);
        Person.Held role = away.roles().getFirst();
        apply(List.of(new PersonChange.StandIn(away.id(), role.id(), here.id(), TODAY, TODAY.plusDays(30))));
        RequestPostProcessor session = Someone.the(here.email());
        assertThat(status("/personer", session)).isEqualTo(200);

        apply(List.of(new PersonChange.End(away.id(), role.id(), TODAY.minusDays(1))));
        assertThat(status("/personer", session)).isEqualTo(403);

        apply(List.of(new PersonChange.Give(away.id(), role.grant(), TODAY, null)));
        UUID again = find(away.id()).rolesOn(TODAY).getFirst().id();
        apply(List.of(new PersonChange.StandIn(away.id(), again, here.id(), TODAY, TODAY.plusDays(30))));
        assertThat(status("/personer", session)).isEqualTo(200);
        apply(List.of(new PersonChange.Close(away.id())));
        assertThat(status("/personer", session)).isEqualTo(403);
    }

    @Test
    void revokesOnTheCommandLineARoleThatSomeoneStandsInFor() {
        Person away = add("Bo Borta", FALUN, new Grant(Role.HEAD, FALUN));
        Person here = add("Hanna Här", FALUN);
        UUID role = away.roles().getFirst().id();
        apply(List.of(new PersonChange.StandIn(away.id(), role, here.id(), TODAY, TODAY.plusDays(30))));
        accounts.revoke(CurrentUser.console(), away.email(), "head:" + FALUN);
        assertThat(find(away.id()).roles()).isEmpty();
        assertThat(find(here.id()).roles()).isEmpty();
    }

    @Test
    void writesEachOfFiveHundredChangesInAnUnbrokenLog() {
        long before = rows();
        List<PersonChange> changes = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            UUID id = UUID.randomUUID();
            changes.add(new PersonChange.Invite(id, id + "@dalarna.example", "Person " + number, FALUN));
            changes.add(new PersonChange.Give(id, new Grant(Role.HEAD, FALUN), TODAY, null));
        }
        apply(changes);
        assertThat(rows()).isEqualTo(before + 1000);
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.listOf("account/" + changes.getLast().person()))
                .extracting(Trace::act)
                .containsExactly("account.role-given", "person.invited");
    }

    private long rows() {
        return database.sql("select count(*) from access.audit_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void savesNothingAndLogsNothingWhenOneChangeIsRefused() {
        long before = rows();
        UUID id = UUID.randomUUID();
        PersonChange invite = new PersonChange.Invite(id, id + "@dalarna.example", "Ny Person", FALUN);
        assertThat(catchThrowable(() -> apply(List.of(invite, invite)))).isInstanceOf(Refusal.class);
        assertThat(rows()).isEqualTo(before);
        assertThat(persons.find(COUNTY, id)).isEmpty();
    }

    @Test
    void showsNothingOfAPersonOfAnotherOrganisation() {
        Person hidden = add("Hemlig Falunbo", FALUN, new Grant(Role.HEAD, FALUN));
        Person admin = add("Siv Orsa", ORSA, new Grant(Role.ORGANISATION_ADMIN, ORSA));
        assertThat(persons.list(user(admin))).extracting(Person::name).doesNotContain(hidden.name());
        assertThat(persons.find(user(admin), hidden.id())).isEmpty();

        RequestPostProcessor session = Someone.the(admin.email());
        for (String list : List.of("/personer", "/personer?sok=Hemlig", "/personer?huvudman=2080", "/personer.csv")) {
            assertThat(body(list, session)).as(list).doesNotContain("Hemlig Falunbo", hidden.email());
        }
        String page = "/personer/" + hidden.id();
        assertThat(status(page, session)).isEqualTo(404);
        UUID role = hidden.roles().getFirst().id();
        for (String act :
                List.of("", "/roller", "/roller/" + role + "/sista-dag", "/avslut", "/oppning", "/inbjudan")) {
            var answer = pages.post()
                    .uri(page + act)
                    .param("namn", "Nytt Namn")
                    .param("version", "0")
                    .param("roll", "HEAD")
                    .param("galler", ORSA)
                    .with(session)
                    .with(csrf())
                    .exchange();
            assertThat(answer).as(act).hasStatus(404);
        }
        assertThat(find(hidden.id())).isEqualTo(hidden);
    }

    @Test
    void showsAUnitsManagerThePeopleOfThatUnitAlone() {
        String code = "enhet-" + UUID.randomUUID().toString().substring(0, 8);
        for (String unit : List.of(code, code + "b")) {
            UnitDetails details = new UnitDetails("Hemtjänst " + unit, UnitKind.HOME_CARE, FALUN, null, "");
            transaction.executeWithoutResult(
                    status -> units.apply(new UnitChange.Add(unit, details, TODAY.minusDays(1), null)));
        }
        Person manager = add("Eva Chef", FALUN, new Grant(Role.UNIT_MANAGER, FALUN, code));
        Person near = add("Nära Kollega", FALUN, new Grant(Role.POLITICIAN, FALUN, code));
        Person far = add("Fjärran Kollega", FALUN, new Grant(Role.POLITICIAN, FALUN, code + "b"));
        assertThat(persons.list(user(manager))).contains(near).doesNotContain(far);
        assertThat(persons.find(user(manager), far.id())).isEmpty();
        assertThat(persons.find(user(far), far.id()))
                .as("everyone sees themselves")
                .contains(far);
    }
}
