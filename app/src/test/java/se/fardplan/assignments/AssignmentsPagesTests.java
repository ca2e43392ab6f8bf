package se.fardplan.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Objects;
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
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

@PagesTest
@TestPropertySource(properties = "fardplan.test=assignments")
class AssignmentsPagesTests {

    private static final String HERE = "/planera/uppdrag/UPPDRAG-RHPL-2026";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient rows;

    @Autowired
    Reminders reminders;

    private final RequestPostProcessor lead = Someone.as(Role.REGIONAL_LEAD);
    private final RequestPostProcessor head = Someone.as(Role.HEAD, "2080");
    private final RequestPostProcessor elected = Someone.as(Role.POLITICIAN);

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
        rows.sql("delete from assignments.paper where kind <> 'OWNER_TASK'").update();
        rows.sql("update assignments.assignment set shown_on = date '2026-09-01', closed = null, closed_by = null")
                .update();
        rows.sql("""
                update assignments.demand
                set state = 'OPEN', evidence = '', link = null, marked_by = null, marked_on = null, version = 0
                """).update();
        rows.sql("""
                update assignments.delivery
                set handed_over = null, handed_what = null, verdict = null, verdict_day = null, version = 0
                """).update();
        rows.sql("update assignments.delivery set day = null, day_set = false where code = 'S4'")
                .update();
    }

    @Test
    @Proves({"R93", "R94", "R95", "R96", "R97", "R99", "R109", "R110", "R114", "R116"})
    void everyoneReadsTheAssignment() {
        assertThat(pages.get().uri("/planera/uppdrag")).hasStatusOk().bodyText().contains("Ett uppdrag");
        assertThat(pages.get().uri(HERE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "0 av 8 redovisningar är lämnade och 0 av 14 krav är avklarade",
                        "L5 Eventuell återredovisning",
                        "Väntar på besked",
                        "Datum ej satt",
                        "Läget visas för den 1 september 2026.",
                        "href=\"" + HERE + "/arbetet\"",
                        "href=\"" + HERE + "/om\"");
        assertThat(pages.get().uri(HERE + "/arbetet")).hasStatusOk().bodyText().contains("Kvartal 3, 2026");
        assertThat(pages.get().uri(HERE + "/om"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Multisjuka sköra äldre, 3 mars 2025 – 26 september 2025",
                        "Specialistvård, Primärvård, Ambulans och Kommun",
                        "Fördelning av gemensamma regionala resurser och budgetramar");
    }

    /** R111: asked for by the one, not by the other. */
    @Test
    @Proves({"R110", "R111", "R113"})
    void wakesARevisionOnlyWhereItWasAskedFor() {
        handOver("L3", "2026-05-22");
        word(head, "L3", "ASK_REVISION", "2026-05-22");
        handOver("L4", "2026-06-11");
        word(elected, "L4", "RECEIVE", "2026-06-11");
        assertThat(pages.get().uri(HERE + "/leveranser/L5"))
                .bodyText()
                .contains("Kommer", "Mottagaren bad om revidering vid L3.");
        assertThat(pages.get().uri(HERE + "/leveranser/L6"))
                .bodyText()
                .contains("Behövs inte", "L4 togs emot utan begäran om revidering.");
        assertThat(act(lead, "L6", "HAND_OVER", "2026-06-12", 0)).bodyText().contains("Leveransen behövs inte");
        assertThat(pages.get().uri(HERE + ".ics"))
                .hasStatusOk()
                .bodyText()
                .contains("DTSTART;VALUE=DATE:20260908")
                .doesNotContain("20260917");
        assertThat(pages.get().uri(HERE + ".csv")).bodyText().contains("Behövs inte", "Källa");
    }

    @Test
    @Proves("R114")
    void isNobodyElsesToHandOverOrReceive() {
        for (RequestPostProcessor other : new RequestPostProcessor[] {
            Someone.as(Role.LOCAL_LEAD, "2080"), Someone.as(Role.UNIT_MANAGER, "2080"), Someone.as(Role.COMMUNICATOR)
        }) {
            assertThat(act(other, "L1", "HAND_OVER", "2026-01-29", 0)).hasStatus(403);
            assertThat(act(other, "L1", "RECEIVE", "2026-01-29", 0)).hasStatus(403);
        }
        assertThat(act(head, "L1", "HAND_OVER", "2026-01-29", 0)).bodyText().contains("Det här gör uppdragsledaren.");
        handOver("L1", "2026-01-29");
        assertThat(act(lead, "L1", "RECEIVE", "2026-01-29", 1)).bodyText().contains("Besked ges av mottagaren.");
        // The political body's own account is its own to receive.
        handOver("L4", "2026-06-11");
        assertThat(act(head, "L4", "RECEIVE", "2026-06-11", 1)).hasStatus(403);
    }

    @Test
    @Proves({"R112", "R115"})
    void remindsOfADayUntilItIsSetAndTellsTheOwner() {
        reminders.refresh();
        assertThat(desk(lead)).contains("S4 har ingen dag. Sätt en.");
        assertThat(desk(head)).contains("S4 har ingen dag. Kom överens");
        assertThat(desk(lead)).contains("L1 är försenad");
        assertThat(act(lead, "S4", "SET_DAY", "2026-11-30", 0)).hasStatus(302);
        assertThat(desk(lead)).doesNotContain("S4 har ingen dag");
        assertThat(desk(head)).contains("Berätta för uppdragets beställare", "Datum ej satt → 30 november 2026");
        assertThat(pages.get().uri(HERE + "/leveranser/S4")).bodyText().contains("30 november 2026", "Kommer");
    }

    @Test
    void tellsTheSecondWhatTheFirstDid() {
        handOver("L1", "2026-01-29");
        MvcTestResult second = pages.post()
                .uri(HERE + "/krav/AP1")
                .param("steg", "MEET")
                .param("ord", "Mina ord")
                .param("version", "0")
                .with(lead)
                .with(csrf())
                .exchange();
        assertThat(second).hasStatus(302);
        assertThat(pages.post()
                        .uri(HERE + "/krav/AP1")
                        .param("steg", "MEET")
                        .param("ord", "Andras ord")
                        .param("version", "0")
                        .with(lead)
                        .with(csrf()))
                .bodyText()
                .contains("Någon annan har sparat under tiden.", "Mina ord", "Andras ord");
    }

    /** R119: the final account closes it when every demand is met or waived by the steering group, never before. */
    @Test
    @Proves({"R98", "R119"})
    void isClosedWhenEveryDemandIsMetOrWaived() {
        handOver("L4", "2026-06-11");
        assertThat(close()).bodyText().contains("förrän slutredovisningen är mottagen");
        word(elected, "L4", "RECEIVE", "2026-06-11");
        assertThat(close()).bodyText().contains("varken uppfyllda eller undantagna: AP1, AP2");
        for (String code : "AP1 AP2 AP3 AP4 AP5 AP6 AP7 AP8 AP9 KRAV1 KRAV2 KRAV4 KRAV5".split(" ")) {
            assertThat(mark(lead, code, "MEET", "Visat")).hasStatus(302);
        }
        assertThat(close()).bodyText().contains("undantagna: KRAV3.");
        assertThat(mark(lead, "KRAV3", "WAIVE", "Sex sidor behövs"))
                .bodyText()
                .contains("Bara styrgruppen undantar krav");
        assertThat(mark(head, "KRAV3", "WAIVE", "")).bodyText().contains("Skriv varför kravet undantas.");
        assertThat(mark(head, "KRAV3", "WAIVE", "Sex sidor behövs")).hasStatus(302);
        assertThat(close()).hasStatus(302);
        assertThat(pages.get().uri(HERE)).bodyText().contains("Uppdraget avslutades 1 september 2026");
        assertThat(act(lead, "L2", "HAND_OVER", "2026-03-20", 0)).bodyText().contains("Uppdraget är avslutat");
        assertThat(pages.get().uri(HERE + "/krav.csv")).bodyText().contains("Sex sidor behövs");
        assertThat(desk(lead)).doesNotContain("är försenad");
    }

    /** R118: what the steering group has not decided on is the leader's and its own. */
    @Test
    @Proves("R118")
    void showsAnItemToEveryoneOnceItIsDecided() {
        String item = added(
                "STEERING_ITEM",
                "namn=Tre insatsområden",
                "inriktning=Samla planen",
                "prioriteringar=Hemgång först",
                "behoven=En analytiker",
                "politiskt=En sida",
                "dag=2026-03-02");
        assertThat(pages.get().uri(item)).hasStatus(404);
        assertThat(pages.get().uri(HERE + "/arbetet")).bodyText().doesNotContain("Tre insatsområden");
        assertThat(pages.get().uri(item).with(Someone.as(Role.LOCAL_LEAD, "2080")))
                .hasStatus(404);
        assertThat(pages.get().uri(item).with(head)).hasStatusOk().bodyText().contains("En analytiker");
        String decision = rows.sql("select id::text from governance.decision where heading = 'Fortsatt beredning'")
                .query(String.class)
                .single();
        assertThat(pages.post()
                        .uri(item)
                        .param("version", "1")
                        .param("namn", "Tre insatsområden")
                        .param("inriktning", "Samla planen")
                        .param("styrbeslut", decision)
                        .with(lead)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.get().uri(item))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/strategin/beslut/" + decision + "\"", "Fortsatt beredning");
    }

    @Test
    @Proves({"R117", "R120"})
    void keepsGroupsAudiencesAndMeetings() {
        added("WORKING_GROUP", "namn=Nyckeltalsgruppen", "syfte=Högst fem nyckeltal", "till=2026-05-29");
        added("COMMUNICATION", "namn=Enhetschefer", "budskap=Fyra sidor", "kanaler=Chefsmöten", "ansvariga=RSS");
        added("WORKSHOP", "namn=Viktigaste behoven", "dag=2026-03-12", "resultat=42 behov i tre områden");
        added("DIALOGUE", "namn=Pensionärsråden", "dag=2026-04-16");
        assertThat(pages.get().uri(HERE + "/arbetet"))
                .bodyText()
                .contains(
                        "Nyckeltalsgruppen",
                        "till 29 maj 2026",
                        "Enhetschefer",
                        "Fyra sidor",
                        "42 behov i tre områden",
                        "Pensionärsråden");
        assertThat(add(lead, "WORKING_GROUP", "namn=Utan slut", "syfte=Något"))
                .bodyText()
                .contains("Välj när det slutar.", "Utan slut");
        assertThat(add(lead, "COMMUNICATION", "namn=Utan budskap", "kanaler=Brev", "ansvariga=RSS"))
                .bodyText()
                .contains("Fyll i fältet ”Budskap”.");
        assertThat(add(head, "WORKSHOP", "namn=Nej", "dag=2026-03-12")).hasStatus(403);
    }

    /** R97, R115: a focus more, with its why; the owner is asked to tell. */
    @Test
    @Proves({"R97", "R115"})
    void takesOneMoreFocusAndAsksTheOwnerToTell() {
        assertThat(desk(head)).contains("Berätta för uppdragets beställare");
        assertThat(pages.post()
                        .uri(HERE + "/fokus")
                        .param("namn", "Barn och unga")
                        .param("varfor", "Nästa gemensamma fokus")
                        .param("dag", TODAY.toString())
                        .param("version", version())
                        .with(lead)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.get().uri(HERE + "/om"))
                .bodyText()
                .contains("Barn och unga, sedan 1 september 2026", "Nästa gemensamma fokus", "Sköra äldre, sedan");
        String task = rows.sql("select id::text from assignments.paper where title like '%Barn och unga'")
                .query(String.class)
                .single();
        assertThat(pages.post()
                        .uri(HERE + "/akt/" + task)
                        .param("version", "1")
                        .param("till", TODAY.toString())
                        .param("genomfort", "Berättat för Välfärdsrådet")
                        .with(head)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.get().uri(HERE + "/arbetet")).bodyText().contains("Berättat för Välfärdsrådet");
    }

    private String version() {
        return rows.sql("select version::text from assignments.assignment")
                .query(String.class)
                .single();
    }

    private MvcTestResult close() {
        return pages.post()
                .uri(HERE + "/avslut")
                .param("ord", "Tack")
                .param("version", version())
                .with(elected)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult mark(RequestPostProcessor who, String code, String act, String words) {
        return pages.post()
                .uri(HERE + "/krav/" + code)
                .param("steg", act)
                .param("ord", words)
                .param("version", "0")
                .with(who)
                .with(csrf())
                .exchange();
    }

    private void handOver(String code, String day) {
        assertThat(act(lead, code, "HAND_OVER", day, 0)).hasStatus(302);
    }

    private void word(RequestPostProcessor who, String code, String act, String day) {
        assertThat(act(who, code, act, day, 1)).hasStatus(302);
    }

    private MvcTestResult act(RequestPostProcessor who, String code, String act, String day, int version) {
        return pages.post()
                .uri(HERE + "/leveranser/" + code)
                .param("steg", act)
                .param("ord", "Med egna ord")
                .param("dag", day)
                .param("version", Integer.toString(version))
                .with(who)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult add(RequestPostProcessor who, String kind, String... fields) {
        var form = pages.post().uri(HERE + "/akt").param("slag", kind);
        for (String field : fields) {
            form = form.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return form.with(who).with(csrf()).exchange();
    }

    private String added(String kind, String... fields) {
        MvcTestResult result = add(lead, kind, fields);
        assertThat(result).hasStatus(302);
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private String desk(RequestPostProcessor who) {
        try {
            String page = pages.get()
                    .uri("/att-gora")
                    .with(who)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            Matcher main = Pattern.compile("(?s)<main.*</main>").matcher(page);
            return main.find() ? main.group() : page;
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
