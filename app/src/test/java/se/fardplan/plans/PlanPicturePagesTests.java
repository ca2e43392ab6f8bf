package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.charts.Timeline;
import se.fardplan.charts.Timeline.Span;
import se.fardplan.organisation.CountyLoader;

/** The time line of a plan's activities, by itself and on the plan's page. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plan-picture")
class PlanPicturePagesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Plan PLAN = new Plan(
            UUID.randomUUID(),
            Shape.LOCAL,
            "Planen",
            "",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 12, 31),
            PlanState.DRAFT,
            List.of(Plan.Party.asked(PlanForms.ORSA)),
            List.of(),
            null,
            null,
            0);

    @Autowired
    PlanPicture picture;

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    void givesEachDatedActivityItsRowTheFirstToBeginOnTop() {
        Timeline line = line(List.of(
                activity("Sist", "2027-Q1", "2027"),
                activity("Utan dagar", null, null),
                activity("Fortgår", "2026-S1", null),
                activity("Kort", "2026-S1", "2026-04"),
                activity("Okänd början", null, "2026-06-15")));
        assertThat(line.rows())
                .extracting(Timeline.Row::name)
                .containsExactly("Okänd början", "Kort", "Fortgår", "Sist");
        assertThat(line.rows())
                .flatExtracting(Timeline.Row::spans)
                .containsExactly(
                        new Span(PLAN.from(), LocalDate.of(2026, 6, 15), Timeline.Form.TRACK),
                        new Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30), Timeline.Form.STEP),
                        new Span(LocalDate.of(2026, 3, 1), PLAN.until(), Timeline.Form.TRACK),
                        new Span(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), Timeline.Form.STEP));
        assertThat(line.rows())
                .extracting(Timeline.Row::note)
                .containsExactly(
                        "Till 15 juni 2026", "våren 2026 – april 2026", "Från våren 2026", "kvartal 1 2027 – 2027");
        assertThat(line.caption().summary())
                .startsWith("Okänd början: Datum ej satt. Slutar 15 juni 2026. Kort: Från våren 2026 till april 2026.")
                .contains("Fortgår: Från våren 2026. Slutdatum ej satt.");
        assertThat(line.today()).isEqualTo(TODAY);
    }

    @Test
    void coversThePlansPeriodAndStretchesToActivitiesBeyondIt() {
        Timeline within = line(List.of(activity("Inom", "2026-05", "2026-06")));
        assertThat(within.first()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(within.last()).isEqualTo(YearMonth.of(2027, 12));
        Timeline beyond = line(List.of(activity("Före", "2025-11", "2026-06"), activity("Efter", "2028-05", null)));
        assertThat(beyond.first()).isEqualTo(YearMonth.of(2025, 11));
        assertThat(beyond.last()).isEqualTo(YearMonth.of(2028, 5));
    }

    /** A slip of the pen must not press all the others together. */
    @Test
    void saysADayFarOffInWordsAlone() {
        Timeline line = line(List.of(activity("Inom", "2026-05", "2026-06"), activity("Fel år", "2126-05", "2126-06")));
        assertThat(line.last()).isEqualTo(YearMonth.of(2027, 12));
        assertThat(line.rows().getLast().spans()).isEmpty();
        assertThat(line.rows().getLast().note()).contains("maj 2126");
        Timeline before = line(List.of(activity("Fel år", "1926-05", "1926-06")));
        assertThat(before.first()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(before.rows().getLast().spans()).isEmpty();
    }

    /** A band that goes on would otherwise say that what is over goes on too. */
    @Test
    void saysWhatIsOutOfTheOrdinary() {
        Timeline line = line(List.of(activity("Slut", "2026-05", null).ended("Personalen slutade")));
        assertThat(line.rows().getFirst().note()).isEqualTo("Från maj 2026. Avslutad i förtid");
        assertThat(line.caption().summary()).endsWith("Slutdatum ej satt. Avslutad i förtid");
    }

    /** The days are as written: an end before the beginning is drawn as the beginning. */
    @Test
    void drawsAnEndBeforeTheBeginningAsOneDay() {
        Timeline line = line(List.of(activity("Bakvänt", "2026-05-02", "2026-04-01")));
        assertThat(line.rows().getFirst().spans())
                .containsExactly(new Span(LocalDate.of(2026, 5, 2), LocalDate.of(2026, 5, 2), Timeline.Form.STEP));
    }

    @Test
    void tellsOfTheRestInSentences() {
        List<Activity> activities = new ArrayList<>(IntStream.rangeClosed(1, PlanPicture.MOST)
                .mapToObj(number -> activity("Nummer " + number, "2026-03", "2026-05"))
                .toList());
        assertThat(view(activities).rest()).isEmpty();
        activities.add(activity("Den sista", "2026-12", null));
        assertThat(view(activities).rest())
                .containsExactly("Bilden visar de 30 som börjar först. En till finns i tabellen nedanför.");
        assertThat(line(activities).rows()).hasSize(PlanPicture.MOST);
        activities.add(activity("Den allra sista", "2027-01", null));
        activities.add(activity("Odaterad", null, null));
        assertThat(view(activities).rest())
                .containsExactly(
                        "Bilden visar de 30 som börjar först. 2 till finns i tabellen nedanför.",
                        "En aktivitet har ingen dag än och står bara i tabellen nedanför.");
        activities.add(activity("Också odaterad", null, null));
        assertThat(view(activities).rest().getLast())
                .isEqualTo("2 aktiviteter har ingen dag än och står bara i tabellen nedanför.");
    }

    @Test
    void isNotDrawnWithoutADay() {
        assertThat(picture.of(PLAN, List.of(), TODAY)).isNull();
        assertThat(picture.of(PLAN, List.of(activity("Utan dagar", null, null)), TODAY))
                .isNull();
    }

    @Test
    void standsOnThePlansPageOnceAnActivityHasADay() {
        PlanForms forms = new PlanForms(pages);
        String plan = forms.plan("Orsas tidslinje", PlanForms.ORSA);
        assertThat(forms.page(PlanForms.lead(PlanForms.ORSA), plan)).doesNotContain("<h2 id=\"tidslinje\"");
        forms.activity(plan, PlanForms.ORSA, "Trygg hemgång");
        assertThat(forms.page(PlanForms.lead(PlanForms.ORSA), plan))
                .contains("<h2 id=\"tidslinje\"", "planens-tidslinje", "Från våren 2026. Slutdatum ej satt.");
    }

    private Timeline line(List<Activity> activities) {
        return Objects.requireNonNull(picture.line(PLAN, activities, TODAY));
    }

    private PlanPicture.View view(List<Activity> activities) {
        return Objects.requireNonNull(picture.of(PLAN, activities, TODAY));
    }

    private static Activity activity(String title, @Nullable String from, @Nullable String until) {
        Activity.Answers answers = new Activity.Answers(
                "",
                from == null ? null : PartialDate.of(from),
                until == null ? null : PartialDate.of(until),
                "",
                "",
                "");
        return new Activity(
                UUID.randomUUID(),
                PLAN.id(),
                PlanForms.ORSA,
                null,
                title,
                "",
                answers,
                List.of(),
                List.of(),
                Activity.State.PLANNED,
                null,
                "",
                0);
    }
}
