package se.fardplan.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.followup.FollowUps;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Vintage;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.plans.Plans;
import se.fardplan.reports.AnnualOutline.Place;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.reports.Report.Part;
import se.fardplan.reports.Report.Section;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.Strategy;
import se.fardplan.strategy.SubGoal;

/** Puts a year's report together from the other rooms' figures and the editors' texts. */
@Component
class AnnualComposer {

    private final FollowUps followUps;
    private final Organisation organisation;
    private final Plans plans;
    private final Strategies strategies;
    private final Indicators indicators;
    private final KeyFigures figures;
    private final SubGoals subGoals;
    private final AnnualOutline outline;
    private final AnnualSummary summary;
    private final AnnualChapters chapters;
    private final AnnualAppendices appendices;
    private final Texts texts;

    AnnualComposer(
            Plans plans,
            FollowUps followUps,
            Organisation organisation,
            Strategies strategies,
            Indicators indicators,
            KeyFigures figures,
            SubGoals subGoals,
            AnnualOutline outline,
            AnnualSummary summary,
            AnnualChapters chapters,
            AnnualAppendices appendices,
            Texts texts) {
        this.organisation = organisation;
        this.plans = plans;
        this.followUps = followUps;
        this.strategies = strategies;
        this.indicators = indicators;
        this.figures = figures;
        this.subGoals = subGoals;
        this.outline = outline;
        this.summary = summary;
        this.chapters = chapters;
        this.appendices = appendices;
        this.texts = texts;
    }

    /** The sections of the report, in order. */
    List<Slot> slots() {
        return outline.slots(strategies.listSubGoals());
    }

    /** The draft of {@code year} as {@code vintage} shows it. */
    Report compose(int year, @Nullable Vintage vintage, List<Analysis> texts) {
        return compose(material(year, vintage, texts));
    }

    AnnualMaterial material(int year, @Nullable Vintage vintage, List<Analysis> written) {
        List<KeyFigureView> views = indicators.listKeyFigures().stream()
                .map(figure -> figures.viewUpTo(year, figure, vintage))
                .toList();
        return new AnnualMaterial(
                year,
                organisation.county(),
                vintage,
                strategies.findStrategy().orElse(null),
                strategies.listSubGoals().stream()
                        .map(goal -> subGoals.tell(goal, measuring(goal, views)))
                        .toList(),
                views,
                organisation.listPrincipals(LocalDate.of(year, 12, 31)),
                strategies.listMilestones(),
                plans.listPublished().stream()
                        .filter(published -> published.goesOnIn(year))
                        .toList(),
                followUps.listReported(year),
                written.stream().collect(Collectors.toMap(Analysis::section, Function.identity())));
    }

    private static List<KeyFigureView> measuring(SubGoal goal, List<KeyFigureView> views) {
        return views.stream()
                .filter(view -> {
                    KeyFigure figure = view.comparison().figure();
                    return goal.keyFigures().contains(figure.code());
                })
                .toList();
    }

    private Report compose(AnnualMaterial material) {
        County county = material.county();
        Vintage vintage = material.vintage();
        String year = Integer.toString(material.year());
        return new Report(
                material.year(),
                county.name(),
                texts.of("annual.title", year),
                texts.of("annual.subtitle", county.name()),
                texts.of("annual.publisher", county.name()),
                vintage == null ? null : new Report.Cut(vintage.number(), vintage.asOf(), cut("annual.cut", vintage)),
                true,
                county.demo(),
                road(material),
                words(year, vintage),
                Arrays.stream(Place.values())
                        .map(place -> new Part(outline.part(place), sections(place, material)))
                        .toList());
    }

    private String cut(String key, Vintage vintage) {
        return texts.of(key, Long.toString(vintage.number()), vintage.asOf().toString());
    }

    private ReportBlock.Drawing road(AnnualMaterial material) {
        Strategy strategy = material.strategy();
        int from = strategy == null ? material.year() - 4 : Math.min(strategy.titleFrom(), material.year());
        int to = strategy == null ? material.year() + 4 : Math.max(strategy.titleTo(), material.year());
        return AnnualCover.road(
                from,
                to,
                material.year(),
                texts.of(
                        "annual.road",
                        Integer.toString(from),
                        Integer.toString(to),
                        Integer.toString(material.year())));
    }

    private Report.Words words(String year, @Nullable Vintage vintage) {
        Map<Glyph, String> forms = new EnumMap<>(Glyph.class);
        for (Glyph glyph : Glyph.values()) {
            forms.put(glyph, texts.of("annual.form." + glyph));
        }
        return new Report.Words(
                texts.of("layout.brand"),
                texts.of("annual.contents"),
                texts.of("annual.draft"),
                texts.of("layout.demo.word"),
                texts.of("figure.table"),
                texts.of("annual.automatic"),
                texts.of("annual.page"),
                vintage == null ? texts.of("annual.foot.none", year) : cut("annual.foot", vintage),
                forms);
    }

    private List<Section> sections(Place place, AnnualMaterial material) {
        return slots().stream()
                .filter(slot -> slot.place() == place)
                .map(slot -> section(slot, material))
                .toList();
    }

    private Section section(Slot slot, AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.addAll(
                switch (slot.place()) {
                    case SUMMARY -> summary.blocks(slot, material);
                    case MAIN -> chapters.blocks(slot, material);
                    case APPENDIX -> appendices.blocks(slot, material);
                });
        if (slot.written()) {
            blocks.addAll(analysis(slot, material));
        }
        return new Section(slot.number(), slot.anchor(), slot.title(), slot.level(), blocks);
    }

    /** What people have written, signed; or that nobody has. */
    private List<ReportBlock> analysis(Slot slot, AnnualMaterial material) {
        List<ReportBlock> blocks = new ArrayList<>();
        String heading = texts.of(slot.level() == 2 ? "annual.analysis.goal" : "annual.analysis");
        Analysis written = material.findText(slot.anchor()).orElse(null);
        if (written == null) {
            blocks.add(new Note(Tone.MISSING, heading, texts.of("annual.analysis.none")));
            return blocks;
        }
        blocks.add(new ReportBlock.Heading(heading));
        blocks.addAll(AnnualText.blocks(written.text()));
        blocks.add(new Paragraph(
                Voice.QUIET,
                texts.of("annual.analysis.signed", written.writtenBy(), AnnualDays.day(written.writtenAt()))));
        return blocks;
    }
}
