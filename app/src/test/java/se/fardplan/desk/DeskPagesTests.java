package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.access.Act;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.access.Someone;

@PagesTest
class DeskPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Autowired
    MockMvcTester pages;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void clear() {
        database.sql("delete from desk.line").update();
        database.sql("delete from desk.visit").update();
    }

    private void put(String key, Line.Kind kind, String title, LocalDate date, Scope scope) {
        transaction.executeWithoutResult(status -> desk.put(new Line(key, kind, title, "Norrby", "/om", date, scope)));
    }

    private String page(Role role) {
        var answer = pages.get().uri("/att-gora").with(Someone.as(role)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void saysThePointAndMarksWhatIsLate() {
        Scope lead = Scope.role(Role.REGIONAL_LEAD, null, null);
        put("c", Line.Kind.TODO, "Utan dag", null, lead);
        put("b", Line.Kind.TODO, "Kommande", TODAY.plusDays(3), lead);
        put("a", Line.Kind.TODO, "Försenad sak", TODAY.minusDays(2), lead);
        assertThat(page(Role.REGIONAL_LEAD))
                .contains("Tre saker att göra, en är sen", "Du är regional processledare")
                .containsSubsequence("Försenad sak", "Sen", "Kommande", "Utan dag", "Ingen sista dag");
    }

    @Test
    void showsNothingOfWhatLiesOnOthersDesks() {
        put("a", Line.Kind.TODO, "Bara för chefer", TODAY, Scope.role(Role.HEAD, null, null));
        put("b", Line.Kind.NEWS, "Utkast ändrat", null, Scope.act(Act.READ_DRAFTS, null));
        assertThat(page(Role.POLITICIAN))
                .contains("Inget att göra just nu", "Ingen väntar på något från dig")
                .doesNotContain("Bara för chefer", "Utkast ändrat");
        assertThat(page(Role.HEAD)).contains("En sak att göra", "Bara för chefer", "Utkast ändrat", "i dag");
    }

    @Test
    void letsALineTakeThePlaceOfTheEarlierAndGoAway() {
        put("plan:17", Line.Kind.TODO, "Ta emot planen", TODAY, Scope.loggedIn());
        put("plan:17", Line.Kind.TODO, "Ta emot den ändrade planen", TODAY, Scope.loggedIn());
        assertThat(page(Role.HEAD))
                .contains("En sak att göra", "ändrade planen")
                .doesNotContain("Ta emot planen");
        transaction.executeWithoutResult(status -> desk.done("plan:17"));
        assertThat(page(Role.HEAD)).contains("Inget att göra just nu");
    }

    @Test
    void keepsTheNewsForAllLooksOfADayAndNoLonger() {
        put("n", Line.Kind.NEWS, "Rapporten är fryst", null, Scope.loggedIn());
        assertThat(page(Role.HEAD)).contains("Rapporten är fryst");
        assertThat(page(Role.HEAD)).contains("Rapporten är fryst");
        database.sql("update desk.visit set day = day - 1").update();
        assertThat(page(Role.HEAD)).doesNotContain("Rapporten är fryst").contains("Inget har hänt");
        assertThat(page(Role.HEAD)).doesNotContain("Rapporten är fryst");
    }

    @Test
    void callsALineThatIsPutAgainUnchangedNoNews() {
        put("n", Line.Kind.NEWS, "Nya siffror", null, Scope.loggedIn());
        database.sql("update desk.line set written_at = written_at - interval '20 days'")
                .update();
        put("n", Line.Kind.NEWS, "Nya siffror", null, Scope.loggedIn());
        assertThat(page(Role.HEAD)).doesNotContain("Nya siffror");
        put("n", Line.Kind.NEWS, "Nya siffror igen", null, Scope.loggedIn());
        assertThat(page(Role.HEAD)).contains("Nya siffror igen");
    }

    @Test
    void showsWhatIsComingByDay() {
        put("late", Line.Kind.COMING, "Mötet i går", TODAY.minusDays(1), Scope.loggedIn());
        put("two", Line.Kind.COMING, "Andra mötet", TODAY.plusDays(8), Scope.loggedIn());
        put("one", Line.Kind.COMING, "Första mötet", TODAY.plusDays(1), Scope.loggedIn());
        assertThat(page(Role.HEAD))
                .containsSubsequence("Första mötet", "Andra mötet")
                .doesNotContain("Mötet i går");
    }

    @Test
    void refusesALineOutsideATransaction() {
        assertThatThrownBy(() -> desk.done("x")).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void writesWholeAddressesInLetters() {
        assertThat(desk.link("/att-gora")).matches("http://localhost:\\d+/att-gora");
    }
}
