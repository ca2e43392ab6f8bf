package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.CatalogueEntry;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigure.Level;
import se.fardplan.indicators.KeyFigureBackground;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.State;
import se.fardplan.reports.KeyFigurePage.Limit;

/** How far a key figure reaches, what it lacks, and when more comes (räckvidden). */
@Component
class KeyFigureReach {

    /** Most figures come a year late; one that is older than this says so. */
    private static final int OLD_YEARS = 3;

    private final Indicators indicators;
    private final KeyFigureWords words;
    private final Texts texts;
    private final Clock clock;

    KeyFigureReach(Indicators indicators, KeyFigureWords words, Texts texts, Clock clock) {
        this.indicators = indicators;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /** Why there is no value, when one comes, and what replaces it. */
    List<String> absence(KeyFigure figure, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
        List<String> lines = new ArrayList<>();
        switch (figure.status()) {
            case UNDER_DEVELOPMENT -> lines.add(text("absence.underDevelopment"));
            case NEEDS_VERIFICATION -> lines.add(text("absence.needsVerification", figure.printedKoladaId()));
            case ACTIVE -> {
                String id = String.valueOf(figure.koladaId());
                lines.add(
                        indicators.findLatestVintage().isEmpty()
                                ? text("absence.noImport")
                                : text("absence.noValues", id));
                next(entry).ifPresent(lines::add);
            }
        }
        ends(figure, background, entry).forEach(lines::add);
        return lines;
    }

    /** When the next values come. */
    Optional<String> next(@Nullable CatalogueEntry entry) {
        if (entry == null || entry.publishedOn() == null) {
            return Optional.empty();
        }
        String period = entry.publishedPeriod() == null ? "" : entry.publishedPeriod();
        String day = entry.publishedOn().toString();
        boolean passed = entry.publishedOn().isBefore(LocalDate.now(clock));
        return Optional.of(text((passed ? "passed" : "next") + (period.isEmpty() ? "" : ".period"), day, period));
    }

    private List<String> ends(
            KeyFigure figure, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
        List<String> lines = new ArrayList<>();
        Integer retired = background == null ? null : background.retiredAfter();
        if (retired == null && entry != null) {
            retired = entry.retiredAfter();
        }
        if (retired != null) {
            lines.add(text("retired", Integer.toString(retired)));
        } else if (entry != null && entry.vanished()) {
            lines.add(text("vanished", entry.id()));
        }
        if (background != null && background.successorNote() != null) {
            lines.add(background.successorNote());
        } else if (figure.successorId() != null) {
            lines.add(text("successor", figure.successorId()));
        }
        return lines;
    }

    /** How far the figure reaches: what the county says of it, and what the values themselves tell. */
    List<Limit> limits(KeyFigureView view, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
        Comparison comparison = view.comparison();
        List<Limit> limits = new ArrayList<>();
        if (comparison.headline().hasValues()) {
            limits.add(limit("uncertainty"));
        }
        if (comparison.kind() == Comparison.Kind.GROUP || comparison.kind() == Comparison.Kind.OWN_MEAN) {
            limits.add(limit("mean"));
        }
        comparison
                .headline()
                .findLatest()
                .filter(Point::preliminary)
                .ifPresent(latest -> limits.add(limit("preliminary")));
        stale(view).ifPresent(limits::add);
        hidden(comparison).ifPresent(limits::add);
        if (comparison.headline().points().stream().anyMatch(point -> point.state() == State.UNCERTAIN)) {
            limits.add(limit("uncertain"));
        }
        comparison.figure().seriesBreaks().forEach(year -> limits.add(limit("break", Integer.toString(year))));
        if (comparison.headline().hasValues()) {
            ends(comparison.figure(), background, entry).forEach(line -> limits.add(new Limit("", line)));
        }
        comparison.figure().cautions().forEach(caution -> limits.add(new Limit("", caution)));
        return limits;
    }

    private Optional<Limit> stale(KeyFigureView view) {
        int today = LocalDate.now(clock).getYear();
        return view.comparison()
                .headline()
                .findLatest()
                .filter(latest -> today - latest.year() > OLD_YEARS)
                .map(latest -> limit("stale", KeyFigureWords.year(latest), words.number(today - latest.year())));
    }

    private Optional<Limit> hidden(Comparison comparison) {
        List<Series> areas = KeyFigureCharts.compared(comparison);
        return Comparison.findLatest(areas).flatMap(year -> {
            long count = areas.stream()
                    .filter(series -> series.find(year)
                            .filter(point -> point.state() == State.SUPPRESSED)
                            .isPresent())
                    .count();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(limit("hidden", count, areas.size(), Integer.toString(year)));
        });
    }

    private Limit limit(String key, Object... arguments) {
        return new Limit(text("limit." + key + ".head"), text("limit." + key, arguments));
    }

    /** What does not exist, said in a line instead of drawn empty. */
    List<String> missing(KeyFigureView view) {
        Comparison comparison = view.comparison();
        List<String> lines = new ArrayList<>();
        boolean municipal = comparison.municipalities().stream().anyMatch(Series::hasValues);
        if (comparison.figure().level() == Level.REGION) {
            lines.add(text("missing.regionOnly"));
        } else if (!municipal) {
            lines.add(text("missing.municipalities"));
        } else {
            Comparison.findLatestComplete(comparison.municipalities())
                    .filter(spread -> spread.count() < spread.of())
                    .ifPresent(spread -> lines.add(text(
                            "missing.count",
                            spread.of() - spread.count(),
                            spread.of(),
                            Integer.toString(spread.year()))));
        }
        if (!comparison.women().hasValues() || !comparison.men().hasValues()) {
            lines.add(text("missing.sexes", words.place(comparison)));
        }
        return lines;
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
