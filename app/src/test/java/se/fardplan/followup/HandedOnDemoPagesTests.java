package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.DemoPart;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

/** What the demo of Dalarna tells of plans on their way to the units, and of what came before them. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=handed-on-demo")
class HandedOnDemoPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    List<DemoPart> parts;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    @Test
    @Proves("R75")
    void showsAPlanReceivedAndBrokenDownAndTheInventory() {
        counties.ensureLoaded("dalarna", true);
        LocalDate day = LocalDate.of(2026, 9, 1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> parts.forEach(part -> part.fill(day)));
        PlanForms forms = new PlanForms(pages);
        RequestPostProcessor manager = Someone.the("enhetschef@example.org");

        assertThat(forms.page(Someone.as(Role.LOCAL_LEAD, "2084"), "/planera/utskick"))
                .contains("Avesta: nära vård i vardagen", "1 av 1 har tagit emot den");
        assertThat(forms.page(manager, "/planera/min-enhet"))
                .contains(
                        "Mottagen av Esa Enhetsson",
                        "Gå igenom vilka som berörs på morgonmötet",
                        "value=\"STARTED\" selected");
        assertThat(database.sql("select max(at)::date from followup.receipt")
                        .query(LocalDate.class)
                        .single())
                .isBefore(day);
        assertThat(database.sql("select count(*) from desk.letter where recipient = 'enhetschef@example.org'")
                        .query(Long.class)
                        .single())
                .as("letters to an example")
                .isZero();

        assertThat(forms.page(manager, "/folja-upp/inventering"))
                .contains(
                        "7 ",
                        "Mobilt team för sköra äldre",
                        "på grund av pandemin",
                        "2021, påbörjat tidigare",
                        "Gemensamt");
    }
}
