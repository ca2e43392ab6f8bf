package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.State;
import se.fardplan.indicators.Vintage;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.strategy.Milestone;
import se.fardplan.strategy.Strategy;

/** The appendices (bilagor): what every figure is, where it comes from, and what could not be shown. */
@Component
class AnnualAppendices {

    private final AnnualActivities activities;
    private final Texts texts;

    AnnualAppendices(AnnualActivities activities, Texts texts) {
        this.activities = activities;
        this.texts = texts;
    }

    List<ReportBlock> blocks(Slot slot, AnnualMaterial material) {
        return switch (slot.anchor()) {
            case "bilaga-nyckeltal" -> keyFigures(material);
            case "bilaga-aktiviteter" -> activities.all(material);
            case "bilaga-sjalvskattning" ->
                List.of(new Note(Tone.MISSING, text(slot.anchor() + ".title"), text(slot.anchor())));
            case "bilaga-kallor" -> sources(material);
            case "bilaga-strategi" -> strategy(material);
            default -> throw new IllegalArgumentException("no appendix " + slot.anchor());
        };
    }

    private List<ReportBlock> keyFigures(AnnualMaterial material) {
        if (material.figures().isEmpty()) {
            return List.of(new Note(Tone.MISSING, text("figures.none.title"), text("figures.none")));
        }
        Table table = new Table(
                text("figures", material.figures().size()),
                List.of(
                        new Column(text("figures.name"), false, 15),
                        new Column(text("figures.measure"), false, 46),
                        new Column(text("figures.period"), true, 7),
                        new Column(material.county().name(), true, 10),
                        new Column(text("figures.nation"), true, 9),
                        new Column(text("figures.uncertainty"), false, 13)),
                material.figures().stream().map(this::keyFigure).toList(),
                source(material));
        return List.of(new Paragraph(Voice.PLAIN, text("figures.lead")), table);
    }

    private List<Cell> keyFigure(KeyFigureView view) {
        Comparison comparison = view.comparison();
        KeyFigure figure = comparison.figure();
        Optional<Point> own = comparison.headline().findLatest();
        String nation = own.flatMap(point -> comparison.nation().find(point.year()))
                .filter(Point::hasValue)
                .map(view.amounts()::write)
                .orElse(text("figures.lacking"));
        return List.of(
                Cell.of(figure.name()),
                Cell.of(measure(figure)),
                Cell.of(own.map(KeyFigureWords::year).orElse(text("figures.lacking"))),
                Cell.of(own.map(view.amounts()::write).orElse(text("figures.lacking"))),
                Cell.of(nation),
                Cell.of(own.map(this::uncertainty).orElse(text("figures.status." + figure.status()))));
    }

    private String measure(KeyFigure figure) {
        List<String> parts = new ArrayList<>();
        Stream.of(figure.measureTitle(), figure.definition())
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.strip().endsWith(".") ? part.strip() : part.strip() + ".")
                .distinct()
                .forEach(parts::add);
        if (figure.koladaId() != null) {
            parts.add(text("figures.kolada", figure.koladaId()));
        }
        return parts.isEmpty() ? text("figures.undefined") : String.join(" ", parts);
    }

    private String uncertainty(Point point) {
        return point.preliminary() ? text("figures.uncertainty.preliminary") : text("figures.uncertainty.unknown");
    }

    private List<ReportBlock> sources(AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        Vintage vintage = material.vintage();
        if (vintage == null) {
            blocks.add(new Note(
                    Tone.MISSING, texts.of("annual.summary.noVintage.title"), texts.of("annual.summary.noVintage")));
            return blocks;
        }
        blocks.add(new Paragraph(
                Voice.PLAIN,
                text(
                        "sources.lead",
                        Long.toString(vintage.number()),
                        AnnualDays.day(vintage.asOf()),
                        AnnualDays.hour(vintage.importedAt()))));
        blocks.add(new Paragraph(Voice.PLAIN, text("sources.states")));
        List<List<Cell>> rows = material.figures().stream()
                .filter(view -> !points(view).isEmpty())
                .map(this::states)
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Table(
                    text("sources.table", Integer.toString(material.year())),
                    Stream.concat(
                                    Stream.of(new Column(text("sources.figure"), false, 11)),
                                    Stream.of(
                                                    "shown",
                                                    "preliminary",
                                                    "UNCERTAIN",
                                                    "SUPPRESSED",
                                                    "MISSING",
                                                    "NOT_PUBLISHED")
                                            .map(key -> new Column(text("sources." + key), true, 3)))
                            .toList(),
                    rows,
                    source(material)));
        }
        return blocks;
    }

    private List<Cell> states(KeyFigureView view) {
        List<Point> points = points(view);
        return List.of(
                Cell.of(view.comparison().figure().name()),
                count(points.stream().filter(Point::counts).count()),
                count(points.stream().filter(Point::preliminary).count()),
                count(points, State.UNCERTAIN),
                count(points, State.SUPPRESSED),
                count(points, State.MISSING),
                count(points, State.NOT_PUBLISHED));
    }

    /** The county's, its municipalities' and the nation's, both sexes together. */
    private static List<Point> points(KeyFigureView view) {
        Comparison comparison = view.comparison();
        Stream<Series> whole = comparison.municipalities().contains(comparison.headline())
                ? Stream.of(comparison.nation())
                : Stream.of(comparison.headline(), comparison.nation());
        return Stream.concat(whole, comparison.municipalities().stream())
                .flatMap(series -> series.points().stream())
                .toList();
    }

    private static Cell count(List<Point> points, State state) {
        return count(points.stream().filter(point -> point.state() == state).count());
    }

    private static Cell count(long count) {
        return Cell.of(Long.toString(count));
    }

    private List<ReportBlock> strategy(AnnualMaterial material) {
        Strategy strategy = material.strategy();
        if (strategy == null) {
            return List.of(new Note(
                    Tone.MISSING,
                    texts.of("annual.summary.noStrategy.title"),
                    texts.of("annual.summary.noStrategy", material.county().name())));
        }
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                Voice.PLAIN,
                text(
                        "strategy.lead",
                        strategy.title(),
                        strategy.version(),
                        AnnualDays.day(strategy.validFrom()),
                        AnnualDays.day(strategy.validTo()))));
        if (!material.milestones().isEmpty()) {
            blocks.add(milestones(texts, text("strategy.table"), material.milestones()));
        }
        return blocks;
    }

    static Table milestones(Texts texts, String caption, List<Milestone> milestones) {
        return new Table(
                caption,
                List.of(
                        new Column(texts.of("annual.milestone.when"), false, 18),
                        new Column(texts.of("annual.milestone.who"), false, 31),
                        new Column(texts.of("annual.milestone.what"), false, 51)),
                milestones.stream()
                        .map(milestone -> List.of(
                                Cell.of(milestone.shown()), Cell.of(milestone.body()), Cell.of(milestone.text())))
                        .toList(),
                "");
    }

    private String source(AnnualMaterial material) {
        Vintage vintage = material.vintage();
        return vintage == null
                ? ""
                : text("source", Long.toString(vintage.number()), vintage.asOf().toString());
    }

    private String text(String key, Object... arguments) {
        return texts.of("annual.appendix." + key, arguments);
    }
}
