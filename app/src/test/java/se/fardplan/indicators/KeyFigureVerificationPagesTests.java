package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;

/** A key figure with a wrong id gets its right one from a user, with a reference, and keeps it. */
@PagesTest
class KeyFigureVerificationPagesTests {

    private static final CurrentUser LEAD = user(Role.REGIONAL_LEAD);

    @Autowired
    private KeyFigureCatalogue catalogue;

    @Autowired
    private CountyLoader loader;

    @Autowired
    private KeyFigurePart part;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester pages;

    @BeforeEach
    void load() {
        loader.ensureLoaded("dalarna", false);
        jdbc.sql("delete from indicators.key_figure_verification").update();
    }

    @Test
    @Proves({"R141", "C1", "C2"})
    void takesAnIdWithAReferenceAndKeepsItThroughANewPackage() {
        assertThat(cost().koladaId()).isNull();

        catalogue.verify(
                LEAD, "KF08", " n71019 ", KeyFigure.Unit.KRONOR_PER_INHABITANT, "Välfärdsrådet 2026-09-17 § 4");
        CountyPart again = part;
        again.load(new CountyPackage(
                java.nio.file.Path.of(System.getProperty("fardplan.home")).resolve("counties/dalarna")));

        assertThat(cost().koladaId()).isEqualTo("N71019");
        assertThat(cost().status()).isEqualTo(KeyFigure.Status.ACTIVE);
        assertThat(cost().unit()).isEqualTo(KeyFigure.Unit.KRONOR_PER_INHABITANT);
        assertThat(cost().printedKoladaId()).isEqualTo("U71456");
        assertThat(pages.get().uri("/sok?fraga=n71019")).bodyText().contains("href=\"/nyckeltal/KF08\"");
        assertThat(catalogue.findBackground("KF08").orElseThrow().verification())
                .satisfies(given -> assertThat(given.reference()).isEqualTo("Välfärdsrådet 2026-09-17 § 4"));
        assertThat(jdbc.sql("select count(*) from access.audit_entry where act = 'keyfigure.verified'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    @Proves({"R141", "R142"})
    void refusesWhatCannotBeRight() {
        refused("IND-903", () -> catalogue.verify(LEAD, "KF08", "71019", KeyFigure.Unit.UNCLEAR, "a"));
        refused("IND-904", () -> catalogue.verify(LEAD, "KF08", "N71019", KeyFigure.Unit.UNCLEAR, " "));
        refused("IND-905", () -> catalogue.verify(LEAD, "KF08", "U71456", KeyFigure.Unit.UNCLEAR, "a"));
        refused("IND-902", () -> catalogue.verify(LEAD, "KF02", "N78114", KeyFigure.Unit.MEAN, "a"));
        refused("IND-901", () -> catalogue.verify(LEAD, "KF99", "N71019", KeyFigure.Unit.UNCLEAR, "a"));
        refused(
                "ACC-001",
                () -> catalogue.verify(user(Role.POLITICIAN), "KF08", "N71019", KeyFigure.Unit.UNCLEAR, "a"));
        assertThat(cost().koladaId()).isNull();
    }

    @Test
    @Proves("R142")
    void warnsWhenTwoActiveFiguresShareAnId() {
        assertThat(catalogue.listSharedKoladaIds()).isEmpty();

        jdbc.sql("update indicators.key_figure set kolada_id = 'U71456' where code = 'KF04'")
                .update();
        try {
            assertThat(catalogue.listSharedKoladaIds()).containsEntry("U71456", List.of("KF02", "KF04"));
            assertThat(pages.get().uri("/strategin/nyckeltal?visa=varning"))
                    .bodyText()
                    .contains("Kolada-id U71456 används av flera aktiva nyckeltal: KF02, KF04");
        } finally {
            jdbc.sql("update indicators.key_figure set kolada_id = 'U71453' where code = 'KF04'")
                    .update();
        }
    }

    private KeyFigure cost() {
        return catalogue.findKeyFigure("KF08").orElseThrow();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static CurrentUser user(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Kim", "kim@example.org", List.of(new CurrentUser.Grant(role, null)));
    }
}
