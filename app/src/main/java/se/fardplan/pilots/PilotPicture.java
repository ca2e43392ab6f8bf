package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Glyph;
import se.fardplan.charts.Timeline;

/** A pilot's time line: its steps with their starts, the months between them, and what goes on all along (pilotens tidslinje). */
@Component
class PilotPicture {

    private final PilotWords words;
    private final Texts texts;

    PilotPicture(PilotWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** Null while the pilot has no steps. */
    @Nullable
    Timeline of(Course course, LocalDate today) {
        List<YearMonth> months = course.all().stream()
                .flatMap(step -> Stream.of(step.from(), step.until()))
                .sorted()
                .toList();
        if (months.isEmpty()) {
            return null;
        }
        List<Timeline.Row> rows = new ArrayList<>();
        course.steps().forEach(step -> rows.add(row(step, Timeline.Form.STEP)));
        if (!course.gaps().isEmpty()) {
            rows.add(new Timeline.Row(
                    texts.of("pilot.picture.gap"),
                    "",
                    course.gaps().stream()
                            .map(gap -> new Timeline.Span(
                                    gap.from().atDay(1), gap.until().atEndOfMonth(), Timeline.Form.GAP))
                            .toList(),
                    List.of()));
        }
        course.tracks().forEach(track -> rows.add(row(track, Timeline.Form.TRACK)));
        return new Timeline(
                Caption.of("pilotens-tidslinje", texts.of("pilot.picture")),
                months.getFirst(),
                months.getLast(),
                today,
                rows);
    }

    private Timeline.Row row(Step step, Timeline.Form form) {
        YearMonth operation = step.operation();
        return new Timeline.Row(
                step.name(),
                words.levels(step.needLevels()),
                List.of(new Timeline.Span(step.first(), step.last(), form)),
                operation == null
                        ? List.of()
                        : List.of(new Timeline.Moment(
                                operation.atDay(1),
                                Glyph.STARTED,
                                texts.of("step.operation.short"),
                                texts.of("step.operation"))));
    }
}
