package se.fardplan.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** The roadmap as a unit's manager meets it. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=receipts")
class ReceiptPagesTests {

    private static final String PAGE = "/strategin/fardplan/mottagen";
    private static final CurrentUser.Grant NORTH = new CurrentUser.Grant(Role.UNIT_MANAGER, "2034", "2034-north");
    private static final CurrentUser.Grant SOUTH = new CurrentUser.Grant(Role.UNIT_MANAGER, "2034", "2034-south");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader loader;

    @Autowired
    Receipts receipts;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void loadTheCounty() {
        loader.ensureLoaded("dalarna", false);
    }

    private MvcTestResult get(CurrentUser.Grant... grants) {
        return pages.get().uri(PAGE).with(Someone.as(grants)).exchange();
    }

    private MvcTestResult receive(CurrentUser.Grant... grants) {
        return pages.post()
                .uri(PAGE)
                .with(Someone.as(grants))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @Test
    @Proves("R27")
    void aManagerSeesWhatTheRoadmapAsksAndReceivesItForTheUnit() {
        assertThat(get(NORTH)).bodyText().contains("Färdplanen väntar på dig", "Nära för mig", "Inte mottagen än");
        receipts.remind();
        assertThat(lines()).isPositive();
        assertThat(receive(NORTH)).hasStatus(302);
        assertThat(get(NORTH)).bodyText().contains("Färdplanen är mottagen", "Mottagen av Någon Provare");
        assertThat(database.sql("select count(*) from desk.line where key like 'receipt/%/2034-north'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where act = 'roadmap.received' and detail = '2034-north'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theLineLiesOnTheDeskOfThatUnitsManagerAlone() {
        get(SOUTH);
        receipts.remind();
        CurrentUser.Grant whole = new CurrentUser.Grant(Role.UNIT_MANAGER, "2034");
        get(whole);
        assertThat(pages.get().uri("/att-gora").with(Someone.as(SOUTH)))
                .bodyText()
                .containsOnlyOnce("Ta emot länets färdplan");
        assertThat(pages.get().uri("/att-gora").with(Someone.as(whole)))
                .bodyText()
                .doesNotContain("Ta emot länets färdplan");
    }

    @Test
    void receivingTwiceKeepsTheFirst() {
        receive(SOUTH);
        long before = received();
        receive(SOUTH);
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void noOtherRoleReceives() {
        assertThat(receive(new CurrentUser.Grant(Role.HEAD, null))).hasStatus(403);
        assertThat(get(new CurrentUser.Grant(Role.REGIONAL_LEAD, null))).hasStatus(403);
    }

    private long lines() {
        return database.sql("select count(*) from desk.line where key like 'receipt/%'")
                .query(Long.class)
                .single();
    }

    private long received() {
        return database.sql("select count(*) from strategy.receipt")
                .query(Long.class)
                .single();
    }
}
