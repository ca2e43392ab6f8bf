package se.fardplan.reports;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Point;
import se.fardplan.reports.KeyFigureSheet.Listed;
import se.fardplan.sheets.Sheet;

/** Puts the page of all key figures together. */
@Component
class FollowUpPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Texts.SWEDISH);

    private final SubGoals subGoals;
    private final Indicators indicators;
    private final KeyFigureWords words;
    private final KeyFigureSheet sheet;
    private final Texts texts;

    FollowUpPages(SubGoals subGoals, Indicators indicators, KeyFigureWords words, KeyFigureSheet sheet, Texts texts) {
        this.subGoals = subGoals;
        this.indicators = indicators;
        this.words = words;
        this.sheet = sheet;
        this.texts = texts;
    }

    FollowUpPage page() {
        return new FollowUpPage(
                subGoals.list().stream().map(this::group).toList(),
                indicators
                        .findLatestVintage()
                        .map(vintage -> DAY.format(vintage.asOf()))
                        .orElse(null));
    }

    /** All the page's tables in one. */
    Sheet sheet() {
        List<Listed> listed = subGoals.list().stream()
                .flatMap(told -> told.figures().stream().map(view -> new Listed(told.goal(), view)))
                .toList();
        return sheet.of(texts.of("followup.title"), listed);
    }

    private FollowUpPage.Group group(SubGoals.Told told) {
        return new FollowUpPage.Group(
                told.goal().name(),
                told.goal().href(),
                told.summary(),
                told.glyph(),
                told.word(),
                told.figures().stream().map(this::line).toList());
    }

    private FollowUpPage.Line line(KeyFigureView view) {
        KeyFigure figure = view.comparison().figure();
        Point latest = view.comparison().headline().findLatest().orElse(null);
        List<Judgement> judgements = latest == null ? List.of() : words.judgements(view.comparison(), view.amounts());
        return new FollowUpPage.Line(
                figure.name(),
                "/nyckeltal/" + figure.code(),
                latest == null ? null : view.amounts().write(latest),
                latest == null ? "" : words.when(latest),
                latest == null ? texts.of("followup.absence." + figure.status()) : "",
                judgements.isEmpty() ? null : judgements.getFirst(),
                judgements.isEmpty() ? null : judgements.getLast());
    }
}
