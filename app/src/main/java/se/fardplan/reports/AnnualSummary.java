package se.fardplan.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.GoalDistance;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Standing;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;

/** The two pages in front for those who decide (sammanfattning för förtroendevalda). */
@Component
class AnnualSummary {

    private final Texts texts;

    AnnualSummary(Texts texts) {
        this.texts = texts;
    }

    List<ReportBlock> blocks(Slot slot, AnnualMaterial material) {
        return slot.anchor().equals(AnnualOutline.SUMMARY) ? glance(material) : decide(material);
    }

    private List<ReportBlock> glance(AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        if (material.goals().isEmpty()) {
            blocks.add(new Note(
                    Tone.MISSING,
                    text("noStrategy.title"),
                    text("noStrategy", material.county().name())));
            return blocks;
        }
        blocks.add(new Paragraph(Voice.LEAD, point(material)));
        if (material.vintage() == null) {
            blocks.add(new Note(Tone.MISSING, text("noVintage.title"), text("noVintage")));
        }
        blocks.add(matrix(material));
        blocks.add(new Paragraph(Voice.AUTOMATIC, text("goals")));
        blocks.add(new Bullets(
                false,
                material.goals().stream()
                        .map(told -> text("goal", told.goal().name(), told.summary()))
                        .toList()));
        return blocks;
    }

    /** How the sub-goals go together, in one sentence. */
    private String point(AnnualMaterial material) {
        List<String> parts = Arrays.stream(Standing.Course.values())
                .map(course -> {
                    long count = material.goals().stream()
                            .filter(told -> told.standing().course() == course)
                            .count();
                    return count == 0 ? "" : text("course." + course, count);
                })
                .filter(part -> !part.isEmpty())
                .toList();
        return text("point", material.goals().size(), String.join(", ", parts));
    }

    /** The sub-goals by the three tools. */
    private Table matrix(AnnualMaterial material) {
        List<List<Cell>> rows = material.goals().stream()
                .map(told -> List.of(
                        Cell.of(told.goal().name()),
                        new Cell(told.word(), told.glyph()),
                        Cell.of(text(
                                "basis",
                                told.standing().withValues(),
                                told.standing().figures())),
                        Cell.of(text("notYet")),
                        Cell.of(text("notYet"))))
                .toList();
        return new Table(
                text("matrix"),
                List.of(
                        new Column(text("column.goal"), false, 5),
                        new Column(text("column.figures"), false, 7),
                        new Column(text("column.basis"), false, 3),
                        new Column(text("column.assessment"), false, 4),
                        new Column(text("column.activities"), false, 4)),
                rows,
                text("matrix.source"));
    }

    /** What the report itself shows to be undecided; the proposals are the editors'. */
    private List<ReportBlock> decide(AnnualMaterial material) {
        List<String> items = new ArrayList<>();
        long goalless = material.figures().stream()
                .filter(view -> view.comparison().goal() instanceof GoalDistance.NoGoal)
                .filter(view -> view.comparison().figure().desired() != KeyFigure.Desired.NONE)
                .count();
        if (goalless > 0) {
            items.add(text("decide.goals", goalless));
        }
        List<String> unverified =
                material.unverified().stream().map(KeyFigure::name).toList();
        if (!unverified.isEmpty()) {
            items.add(text("decide.verify", String.join(", ", unverified)));
        }
        items.add(text("decide.assessment"));
        items.add(text("decide.activities", material.principals().size()));
        return List.of(new Paragraph(Voice.AUTOMATIC, text("decide.lead")), new Bullets(false, items));
    }

    private String text(String key, Object... arguments) {
        return texts.of("annual.summary." + key, arguments);
    }
}
