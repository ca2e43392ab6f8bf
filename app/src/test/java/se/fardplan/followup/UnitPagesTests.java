package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Objects;
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
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** Plans on their way to the units, and the inventory of what came before them. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=followup-units")
class UnitPagesTests {

    private static final String ORSA = "2034";
    private static final String MORA = "2062";
    private static final String REGION = "0020";
    private static final int YEAR = LocalDate.now(HouseTime.SWEDEN).getYear();

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    @Proves({"R107", "R121"})
    void aManagerReceivesAPlanBreaksItDownAndTheSenderSeesIt() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        RequestPostProcessor manager = Someone.as(Role.UNIT_MANAGER, ORSA);
        RequestPostProcessor other = Someone.as(Role.UNIT_MANAGER, MORA);
        page(manager, "/planera/min-enhet");
        String plan = plan(lead, "Orsas utskickade plan");
        String activity = add(lead, plan, "Trygg hemgång till enheten");
        assertThat(send(lead, plan)).hasStatusOk().bodyText().contains("inte i kraft");
        adopt(lead, plan);
        assertThat(page(manager, "/planera/min-enhet"))
                .contains("Trygg hemgång till enheten")
                .doesNotContain("Vi har tagit emot planen");
        assertThat(send(Someone.as(Role.LOCAL_LEAD, MORA), plan)).hasStatus(403);
        assertThat(send(lead, plan)).hasStatus(302);
        assertThat(page(lead, "/planera/utskick")).contains("0 av 1 har tagit emot den");
        assertThat(page(manager, "/att-gora")).contains("Ta emot Orsas utskickade plan");
        assertThat(page(other, "/planera/min-enhet")).doesNotContain("Orsas utskickade plan", "Trygg hemgång");
        assertThat(receive(other, plan)).hasStatusOk().bodyText().contains("inte utskickad till er enhet");
        assertThat(receive(manager, plan)).hasStatus(302);
        assertThat(page(manager, "/planera/min-enhet")).contains("Mottagen av Någon Provare");
        assertThat(page(manager, "/att-gora")).doesNotContain("Ta emot Orsas utskickade plan");
        assertThat(page(lead, "/planera/utskick")).contains("1 av 1 har tagit emot den");

        assertThat(step(manager, activity, ORSA, "Schemalägg morgonsamtalet")).hasStatus(302);
        assertThat(page(manager, "/planera/min-enhet")).contains("Schemalägg morgonsamtalet");
        assertThat(step(other, activity, ORSA, "Kapat steg")).hasStatus(403);
        String id = database.sql("select id from followup.unit_step")
                .query(String.class)
                .single();
        assertThat(state(other, id)).hasStatus(403);
        assertThat(state(manager, id)).hasStatus(302);
        assertThat(page(manager, "/planera/min-enhet")).contains("value=\"STARTED\" selected");
    }

    @Test
    @Proves("R75")
    void theInventoryHoldsWhatCameBeforeThePlans() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        assertThat(work(lead, ORSA, "Mobilt team 2021")).hasStatus(302);
        assertThat(work(lead, MORA, "Moras arbete")).hasStatus(403);
        assertThat(work(lead, "JOINT", "Länets arbete")).hasStatus(403);
        assertThat(work(Someone.as(Role.REGIONAL_LEAD), "JOINT", "Gemensam utbildning"))
                .hasStatus(302);
        assertThat(work(lead, ORSA, "")).hasStatusOk().bodyText().contains("Arbetet behöver ett namn");
        assertThat(content(pages.get().uri("/folja-upp/inventering").exchange()))
                .contains("Mobilt team 2021", "2021, påbörjat tidigare", "Pandemin", "Gemensamt")
                .doesNotContain("/andring");
        assertThat(content(pages.get().uri("/folja-upp/inventering.csv").exchange()))
                .contains("Mobilt team 2021", "Orsa", "Överenskommelsen 2020");
        String id = database.sql("select id from followup.work where title = 'Mobilt team 2021'")
                .query(String.class)
                .single();
        assertThat(page(lead, "/folja-upp/inventering/" + id + "/andring")).contains("Mobilt team 2021");
        assertThat(pages.get().uri("/folja-upp/inventering/" + id + "/andring").with(Someone.as(Role.LOCAL_LEAD, MORA)))
                .hasStatus(403);
    }

    private MvcTestResult work(RequestPostProcessor by, String whose, String title) {
        return pages.post()
                .uri("/folja-upp/inventering")
                .param("namn", title)
                .param("vems", whose)
                .param("avtal", "Överenskommelsen 2020")
                .param("ar", "2021")
                .param("tidigare", "ja")
                .param("hinder", "Pandemin")
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(RequestPostProcessor by, String plan) {
        return pages.post()
                .uri("/planera/utskick")
                .param("plan", id(plan))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult receive(RequestPostProcessor by, String plan) {
        return pages.post()
                .uri("/planera/min-enhet/kvittens")
                .param("plan", id(plan))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult step(RequestPostProcessor by, String activity, String place, String what) {
        return pages.post()
                .uri("/planera/min-enhet/steg")
                .param("aktivitet", id(activity))
                .param("enhet", place)
                .param("vad", what)
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult state(RequestPostProcessor by, String step) {
        return pages.post()
                .uri("/planera/min-enhet/steg/" + step)
                .param("lage", "STARTED")
                .with(by)
                .with(csrf())
                .exchange();
    }

    private String plan(RequestPostProcessor by, String title) {
        return address(pages.post()
                .uri("/planera/planer")
                .param("namn", title)
                .param("kommuner", ORSA)
                .param("fran", YEAR + "-01-01")
                .param("till", (YEAR + 1) + "-12-31")
                .with(by)
                .with(csrf())
                .exchange());
    }

    private String add(RequestPostProcessor by, String plan, String title) {
        return address(pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", title)
                .param("huvudman", ORSA)
                .param("vilka", "Personer över 65 år")
                .param("borjar", Integer.toString(YEAR))
                .param("hur", "Ett samtal om dagen")
                .param("avVem", "Hemtjänsten")
                .param("foljsUpp", "Varje månad")
                .param("delmal", "nara-mellan-oss")
                .param("nyckeltal", "KF18")
                .with(by)
                .with(csrf())
                .exchange());
    }

    private void adopt(RequestPostProcessor lead, String plan) {
        planStep(Someone.as(Role.HEAD, ORSA), plan, "AGREE", ORSA);
        planStep(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION);
        planStep(lead, plan, "ADOPT", ORSA);
    }

    private void planStep(RequestPostProcessor by, String plan, String act, String party) {
        String version = page(by, plan).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(pages.post()
                        .uri(plan + "/steg")
                        .param("steg", act)
                        .param("part", party)
                        .param("version", version)
                        .with(by)
                        .with(csrf()))
                .hasStatus(302);
    }

    private String page(RequestPostProcessor by, String address) {
        MvcTestResult answer = pages.get().uri(address).with(by).exchange();
        assertThat(answer).hasStatusOk();
        return content(answer);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String content(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
