package se.fardplan.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.CatalogueEntry;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.strategy.Milestone;
import se.fardplan.strategy.Strategy;

/** The report's own chapters (kapitel); one whose tool is not built yet says so, and which tool will fill it. */
@Component
class AnnualChapters {

    private static final int READING_POINTS = 4;

    private final AnnualFigures figures;
    private final KeyFigureReach reach;
    private final KeyFigureCatalogue catalogue;
    private final Indicators indicators;
    private final AnnualActivities activities;
    private final AnnualAnswers answers;
    private final Texts texts;

    AnnualChapters(
            AnnualFigures figures,
            KeyFigureReach reach,
            KeyFigureCatalogue catalogue,
            Indicators indicators,
            AnnualActivities activities,
            AnnualAnswers answers,
            Texts texts) {
        this.figures = figures;
        this.reach = reach;
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.activities = activities;
        this.answers = answers;
        this.texts = texts;
    }

    List<ReportBlock> blocks(Slot slot, AnnualMaterial material) {
        return switch (slot.anchor()) {
            case "inledning" -> introduction(material);
            case "aret" -> year(material);
            case "systemledning", "skora-aldre", "invanare" -> List.of(toCome(slot.anchor()));
            case AnnualOutline.GOALS -> goals(material);
            case "framgang" -> lessons(material);
            case "lokala-planer" -> reporters(material);
            case "slutsatser" -> List.of(new Paragraph(Voice.PLAIN, text("slutsatser")));
            default ->
                material.goals().stream()
                        .filter(told -> AnnualOutline.isAbout(slot, told.goal()))
                        .findFirst()
                        .map(told -> goal(told, material))
                        .orElseThrow(() -> new IllegalArgumentException("no chapter " + slot.anchor()));
        };
    }

    private List<ReportBlock> introduction(AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        Strategy strategy = material.strategy();
        blocks.add(
                new Paragraph(Voice.PLAIN, text("intro", material.county().name(), Integer.toString(material.year()))));
        if (strategy == null) {
            blocks.add(new Note(
                    Tone.MISSING,
                    texts.of("annual.summary.noStrategy.title"),
                    texts.of("annual.summary.noStrategy", material.county().name())));
        } else {
            blocks.add(new Paragraph(
                    Voice.PLAIN,
                    text(
                            "intro.strategy",
                            strategy.title(),
                            strategy.registrationNumber(),
                            strategy.approvedBy(),
                            strategy.vision())));
        }
        blocks.add(new Heading(text("intro.reading")));
        blocks.add(new Bullets(
                false,
                IntStream.rangeClosed(1, READING_POINTS)
                        .mapToObj(at -> text("intro.reading." + at))
                        .toList()));
        blocks.add(new Note(Tone.CAUTION, text("intro.careful"), text("intro.careful.text")));
        return blocks;
    }

    private List<ReportBlock> year(AnnualMaterial material) {
        List<Milestone> ofYear = material.milestones().stream()
                .filter(milestone -> isIn(milestone, material.year()))
                .toList();
        List<ReportBlock> blocks = new ArrayList<>();
        if (!ofYear.isEmpty()) {
            blocks.add(AnnualAppendices.milestones(texts, text("year.table"), ofYear));
        }
        blocks.add(new Note(
                Tone.MISSING,
                text("year.title"),
                text(
                        ofYear.isEmpty() ? "year.nothing" : "year.more",
                        Integer.toString(material.year()),
                        material.principals().size())));
        return blocks;
    }

    private static boolean isIn(Milestone milestone, int year) {
        LocalDate day = milestone.day();
        return day != null && day.getYear() == year;
    }

    private Note toCome(String anchor) {
        return new Note(Tone.MISSING, text("toCome." + anchor + ".title"), text("toCome." + anchor));
    }

    private List<ReportBlock> goals(AnnualMaterial material) {
        return material.goals().isEmpty()
                ? List.of(new Note(
                        Tone.MISSING,
                        texts.of("annual.summary.noStrategy.title"),
                        texts.of("annual.summary.noStrategy", material.county().name())))
                : List.of(new Paragraph(Voice.PLAIN, text("goals")));
    }

    private List<ReportBlock> goal(SubGoals.Told told, AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Voice.LEAD, told.goal().text()));
        blocks.add(new Paragraph(Voice.AUTOMATIC, told.summary() + " " + told.reason()));
        List<KeyFigureView> without = new ArrayList<>();
        for (KeyFigureView view : told.figures()) {
            Optional<ReportBlock.Figure> figure =
                    figures.find(view, material.vintage(), material.county().demo());
            if (figure.isEmpty()) {
                without.add(view);
                continue;
            }
            blocks.add(figure.get());
        }
        if (!without.isEmpty()) {
            blocks.add(absent(without));
        }
        blocks.addAll(activities.of(told.goal(), material));
        blocks.addAll(answers.of(told.goal(), material));
        return blocks;
    }

    /** What is measured though there is no value, and why there is none. */
    private Table absent(List<KeyFigureView> without) {
        return new Table(
                text("absent"),
                List.of(
                        new Column(text("absent.figure"), false, 22),
                        new Column(text("absent.measure"), false, 30),
                        new Column(text("absent.why"), false, 48)),
                without.stream()
                        .map(view -> view.comparison().figure())
                        .map(figure ->
                                List.of(Cell.of(figure.name()), Cell.of(figure.measureTitle()), Cell.of(why(figure))))
                        .toList(),
                "");
    }

    private String why(KeyFigure figure) {
        CatalogueEntry entry = Optional.ofNullable(figure.koladaId())
                .flatMap(indicators::findIndicator)
                .orElse(null);
        return String.join(
                " ",
                reach.absence(figure, catalogue.findBackground(figure.code()).orElse(null), entry));
    }

    private List<ReportBlock> lessons(AnnualMaterial material) {
        List<ReportBlock> said = answers.lessons(material);
        return said.isEmpty() ? List.of(toCome("framgang")) : said;
    }

    /** What was sent about whole plans, and who has sent anything. */
    private List<ReportBlock> reporters(AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>(answers.plans(material));
        if (blocks.isEmpty()) {
            blocks.add(toCome("lokala-planer"));
        }
        blocks.add(answers.reporters(material));
        return blocks;
    }

    private String text(String key, Object... arguments) {
        return texts.of("annual.chapter." + key, arguments);
    }
}
