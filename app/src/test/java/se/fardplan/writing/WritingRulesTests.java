package se.fardplan.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fardplan.Texts;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanState;
import se.fardplan.plans.Shape;

/** What a template demands of the years a plan runs. */
class WritingRulesTests {

    @ParameterizedTest(name = "a plan of 2026–2030 where the template says {0}–{1}")
    @CsvSource({
        "2026, 2030, ",
        "2026, , ",
        ", 2030, ",
        ", , ",
        "2025, 2030, Planen ska gälla 2025–2030. Ändra första och sista dagen.",
        "2026, 2029, Planen ska gälla 2026–2029. Ändra första och sista dagen.",
        "2025, , Planen ska gälla 2025–2030. Ändra första och sista dagen.",
        ", 2031, Planen ska gälla 2026–2031. Ändra första och sista dagen.",
    })
    void demandsTheYearsThatTheTemplateNames(
            @Nullable Integer first, @Nullable Integer last, @Nullable String sentence) {
        Template template = new Template(Shape.REGIONAL, null, null, first, last, 0, 0, false, false, List.of());
        assertThat(WritingRules.period(template, plan()).map(remark -> remark.sentence(Texts.standing())))
                .isEqualTo(Optional.ofNullable(sentence));
    }

    private static Plan plan() {
        return new Plan(
                UUID.randomUUID(),
                Shape.REGIONAL,
                "Länets plan",
                "",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2030, 12, 31),
                PlanState.DRAFT,
                List.of(),
                List.of(),
                null,
                null,
                0);
    }
}
