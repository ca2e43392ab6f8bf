package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

@PagesTest
@TestPropertySource(properties = "fardplan.test=followup")
class FollowUpPagesTests {

    private static final String ORSA = "2034";
    private static final String MORA = "2062";
    private static final int YEAR = LocalDate.now(HouseTime.SWEDEN).getYear();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private PlanForms forms;

    @BeforeEach
    void load() {
        forms = new PlanForms(pages);
        counties.ensureLoaded("dalarna", true);
        database.sql("update followup.round set state = 'CLOSED'").update();
        database.sql("update plans.plan set state = 'ENDED'").update();
    }

    /** Answered once in a round: the local page, the year's report and the form for others hold the same words. */
    @Test
    @Proves({"R158", "R160", "R161", "R91", "C45"})
    void answeredOnceIsReadInThreePlaces() {
        Thing thing = activity("Trygg hemgång");
        String round = opened();
        String words = "Vi ringde 214 personer dagen efter hemgången.";
        assertThat(answer(thing.lead(), round, thing.activity(), "SEND", 0, words))
                .hasStatus(302);

        assertThat(forms.page(rss(), round + "/blankett/socialstyrelsen")).contains("1 av 2 besvarade");
        assertThat(answer(thing.lead(), round, thing.plan(), "SEND", 0, "Planen håller."))
                .hasStatus(302);

        String local = forms.page(thing.lead(), round + "/huvudman/" + ORSA);
        String report = forms.page(rss(), "/arsrapport/" + YEAR);
        String form = forms.page(rss(), round + "/blankett/socialstyrelsen");
        String sheet = PlanForms.content(
                pages.get().uri(round + "/blankett/skr.csv").with(rss()).exchange());
        assertThat(local).contains(words, "På väg", "Fler vågade åka hem.");
        assertThat(report).contains(words, "Fler vågade åka hem.", "Tidig planering.");
        assertThat(form).contains(words, "Redan besvarad", "Inte besvarad", "Fylls i för hand");
        assertThat(sheet).contains("Tidig planering.", "Fler vågade åka hem.");
    }

    @Test
    @Proves({"R158", "R159"})
    void isSavedAsADraftThatTheCountyDoesNotSeeAndThenSent() {
        Thing thing = activity("Hembesök i Orsa");
        String round = opened();
        String address = round + "/svar/" + thing.activity();
        assertThat(answer(thing.lead(), round, thing.activity(), "SAVE", 0, "Halvfärdiga ord"))
                .hasStatus(302);
        assertThat(pages.get().uri(address).with(rss())).hasStatus(404);
        assertThat(pages.get().uri(address)).hasStatus(404);
        assertThat(forms.page(rss(), "/arsrapport/" + YEAR)).doesNotContain("Halvfärdiga ord");
        assertThat(forms.page(thing.lead(), address)).contains("Halvfärdiga ord", "Ert utkast är sparat");

        assertThat(answer(thing.lead(), round, thing.activity(), "SEND", 1, "Färdiga ord"))
                .hasStatus(302);
        assertThat(forms.page(rss(), address))
                .contains("Färdiga ord", "Struktur")
                .doesNotContain("<textarea");
        assertThat(pages.get().uri(address)).hasStatus(404);
        assertThat(forms.page(rss(), "/sok?fraga=planering")).contains(thing.title());
        assertThat(PlanForms.content(pages.get().uri("/sok?fraga=planering").exchange()))
                .doesNotContain(thing.title());
    }

    @Test
    @Proves("R162")
    void aGoodResultIsReadByAllOnceItIsPublished() {
        Thing thing = activity("Samma läkare i Orsa");
        String round = opened();
        String address = round + "/svar/" + thing.activity();
        assertThat(answer(thing.lead(), round, thing.activity(), "SEND", 0, "Läkaren är densamma"))
                .hasStatus(302);
        assertThat(publish(thing.lead(), address, 1)).hasStatus(403);
        assertThat(publish(rss(), address, 1)).hasStatus(302);
        assertThat(PlanForms.content(pages.get().uri(address).exchange())).contains("Läkaren är densamma");
        assertThat(PlanForms.content(pages.get().uri(round).exchange()))
                .contains(thing.title(), "Fler vågade åka hem.");
        assertThat(PlanForms.content(pages.get().uri("/sok?fraga=planering").exchange()))
                .contains(thing.title());
    }

    @Test
    void tellsTheSecondOfTwoWhoWriteTheSameAndShowsBoth() {
        Thing thing = activity("Dubbla svar");
        String round = opened();
        assertThat(answer(thing.lead(), round, thing.activity(), "SAVE", 0, "Först skrivet"))
                .hasStatus(302);
        MvcTestResult second = answer(thing.lead(), round, thing.activity(), "SAVE", 0, "Sedan skrivet");
        assertThat(second)
                .hasStatusOk()
                .bodyText()
                .contains("skrev samtidigt", "Först skrivet", "Sedan skrivet", "name=\"version\" value=\"1\"");
        assertThat(answer(thing.lead(), round, thing.activity(), "SAVE", 1, "Först och sedan skrivet"))
                .hasStatus(302);
    }

    /** R13: nobody answers for another organisation; the county's lead for none. */
    @Test
    @Proves("R13")
    void onlyTheOwnersPeopleAnswer() {
        Thing thing = activity("Bara Orsas");
        String round = opened();
        String address = round + "/svar/" + thing.activity();
        assertThat(pages.get().uri(address).with(Someone.as(Role.LOCAL_LEAD, MORA)))
                .hasStatus(404);
        assertThat(answer(Someone.as(Role.LOCAL_LEAD, MORA), round, thing.activity(), "SEND", 0, "Kapat"))
                .hasStatus(404);
        assertThat(answer(Someone.as(Role.UNIT_MANAGER, ORSA), round, thing.activity(), "SEND", 0, "Chefens ord"))
                .hasStatus(302);
        assertThat(answer(rss(), round, thing.activity(), "SEND", 1, "Länets ord"))
                .hasStatus(403);
        assertThat(answer(Someone.as(Role.HEAD, ORSA), round, thing.activity(), "SEND", 1, "Förvaltningens ord"))
                .hasStatus(403);
        assertThat(answer(
                        Someone.as(new CurrentUser.Grant(Role.UNIT_MANAGER, ORSA, "annan-enhet")),
                        round,
                        thing.activity(),
                        "SEND",
                        1,
                        "Annan enhets ord"))
                .hasStatus(404);
    }

    @Test
    void showsWhatWasSaidLastTimeBesideEachQuestion() {
        Thing thing = activity("Två år i rad");
        String first = opened();
        assertThat(answer(thing.lead(), first, thing.activity(), "SEND", 0, "Fjolårets ord"))
                .hasStatus(302);
        step(rss(), first, "CLOSE");
        assertThat(answer(thing.lead(), first, thing.activity(), "SEND", 1, "För sent"))
                .hasStatusOk()
                .bodyText()
                .contains("Rundan är inte öppen");
        String second = opened(40);
        assertThat(forms.page(thing.lead(), second + "/svar/" + thing.activity()))
                .contains("Fjolårets ord");
    }

    @Test
    void remindsAllWhoHaveNotReportedInOneGoAndNeverOfWhatIsUnpublished() {
        Thing thing = activity("Kvar att svara på");
        String draft = forms.plan("Hemligt utkast", ORSA);
        forms.activity(draft, ORSA, "Hemlig aktivitet", "nara-mellan-oss");
        String round = opened();
        assertThat(forms.page(thing.lead(), "/att-gora")).contains("svar kvar");
        assertThat(forms.page(rss(), round)).contains("Kvar att svara på").doesNotContain("Hemlig");
        step(rss(), round, "REMIND");
        assertThat(forms.page(rss(), round)).contains("Senaste påminnelsen gick");
        assertThat(letters()).anyMatch(text -> text.contains(thing.title())).noneMatch(text -> text.contains("Hemlig"));
        assertThat(posted(rss(), round, "REMIND")).hasStatusOk().bodyText().contains("redan gått i dag");
        step(rss(), round, "CLOSE");
        assertThat(forms.page(thing.lead(), "/att-gora")).doesNotContain(round);
    }

    @Test
    void onlyTheCountysLeadBeginsEndsAndReminds() {
        String round = opened();
        for (Role role : Role.values()) {
            if (role != Role.REGIONAL_LEAD) {
                for (RoundAct act : RoundAct.values()) {
                    assertThat(posted(Someone.as(role, ORSA), round, act.name()))
                            .as(role + " " + act)
                            .hasStatus(403);
                }
            }
        }
    }

    private record Thing(RequestPostProcessor lead, String plan, String activity, String title) {}

    /** An activity of a plan in force. */
    private Thing activity(String name) {
        String title = name + " " + NUMBER.incrementAndGet();
        String plan = forms.plan("Orsas plan " + NUMBER.get(), ORSA);
        String activity = forms.activity(plan, ORSA, title, "nara-mellan-oss");
        forms.adopt(plan, ORSA);
        return new Thing(PlanForms.lead(ORSA), PlanForms.id(plan), PlanForms.id(activity), title);
    }

    private String opened() {
        return opened(20);
    }

    private String opened(int days) {
        LocalDate today = LocalDate.now(HouseTime.SWEDEN);
        String round = PlanForms.address(pages.post()
                .uri("/folja-upp/rundor")
                .param("namn", "Uppföljning " + NUMBER.incrementAndGet())
                .param("ar", Integer.toString(YEAR))
                .param("oppnar", today.toString())
                .param("stanger", today.plusDays(days).toString())
                .with(rss())
                .with(csrf())
                .exchange());
        step(rss(), round, "OPEN");
        return round;
    }

    private void step(RequestPostProcessor by, String round, String act) {
        assertThat(posted(by, round, act)).hasStatus(302);
    }

    private MvcTestResult posted(RequestPostProcessor by, String round, String act) {
        String version = database.sql("select version from followup.round where id = cast(:id as uuid)")
                .param("id", round.substring(round.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
        return pages.post()
                .uri(round + "/steg")
                .param("steg", act)
                .param("version", version)
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult answer(
            RequestPostProcessor by, String round, String subject, String act, int version, String words) {
        return pages.post()
                .uri(round + "/svar/" + subject)
                .param("gjort", words)
                .param("resultat", "Fler vågade åka hem.")
                .param("framgang", "Tidig planering.")
                .param("delmal-nara-mellan-oss", "ON_TRACK")
                .param("struktur", "ja")
                .param("visas", "ja")
                .param("gor", act)
                .param("version", Integer.toString(version))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult publish(RequestPostProcessor by, String address, int version) {
        return pages.post()
                .uri(address + "/visning")
                .param("gor", "PUBLISH")
                .param("version", Integer.toString(version))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private java.util.List<String> letters() {
        return database.sql("select body from desk.letter").query(String.class).list();
    }

    private static RequestPostProcessor rss() {
        return Someone.as(Role.REGIONAL_LEAD);
    }
}
