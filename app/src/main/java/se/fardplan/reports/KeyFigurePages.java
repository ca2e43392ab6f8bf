package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Crumb;
import se.fardplan.Texts;
import se.fardplan.charts.Size;
import se.fardplan.indicators.CatalogueEntry;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigure.Level;
import se.fardplan.indicators.KeyFigureBackground;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Provenance;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.State;
import se.fardplan.organisation.Source;
import se.fardplan.reports.KeyFigureCharts.Form;
import se.fardplan.reports.KeyFigurePage.Choice;
import se.fardplan.reports.KeyFigurePage.Fact;
import se.fardplan.reports.KeyFigurePage.Limit;
import se.fardplan.strategy.Strategies;

/** Puts the page of one key figure together. */
@Component
class KeyFigurePages {

    private static final Pattern CODE = Pattern.compile("\\bKF\\d\\d\\b");

    /** Most figures come a year late; one that is older than this says so. */
    private static final int OLD_YEARS = 3;

    private final Indicators indicators;
    private final KeyFigureCatalogue catalogue;
    private final KeyFigureWords words;
    private final KeyFigureCharts charts;
    private final KeyFigureTables tables;
    private final Strategies strategies;
    private final Texts texts;
    private final Clock clock = Clock.systemDefaultZone();

    KeyFigurePages(
            Indicators indicators,
            KeyFigureCatalogue catalogue,
            KeyFigureWords words,
            KeyFigureCharts charts,
            KeyFigureTables tables,
            Strategies strategies,
            Texts texts) {
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.words = words;
        this.charts = charts;
        this.tables = tables;
        this.strategies = strategies;
        this.texts = texts;
    }

    KeyFigurePage page(KeyFigureView view) {
        Comparison comparison = view.comparison();
        KeyFigure figure = comparison.figure();
        KeyFigureBackground background = catalogue.findBackground(figure.code()).orElse(null);
        CatalogueEntry entry = Optional.ofNullable(figure.koladaId())
                .flatMap(indicators::findIndicator)
                .orElse(null);
        boolean values = comparison.headline().hasValues();
        return new KeyFigurePage(
                crumbs(figure),
                figure,
                eyebrow(figure),
                words.headline(comparison, view.amounts()),
                lead(figure),
                number(view),
                values ? words.judgements(comparison, view.amounts()) : List.of(),
                values ? List.of() : absence(figure, background, entry),
                limits(view, background, entry),
                figures(view),
                values ? missing(view) : List.of(),
                facts(figure, background, entry),
                choices(view),
                successor(figure));
    }

    private KeyFigurePage.@Nullable Successor successor(KeyFigure figure) {
        String id = figure.successorId();
        if (id == null) {
            return null;
        }
        String title =
                indicators.findIndicator(id).map(CatalogueEntry::title).orElseGet(() -> text("successor.unknown"));
        return new KeyFigurePage.Successor("/nyckeltal/" + id, text("successor.link", id, title));
    }

    private String eyebrow(KeyFigure figure) {
        if (figure.code().equals(figure.koladaId())) {
            return text("eyebrow.other", figure.code());
        }
        return figure.koladaId() == null ? text("eyebrow.own") : text("eyebrow", figure.koladaId());
    }

    private List<Crumb> crumbs(KeyFigure figure) {
        return Stream.concat(
                        Stream.of(new Crumb(texts.of("menu.follow-up"), "/folja-upp")),
                        strategies
                                .findSubGoalOf(figure.code())
                                .map(goal -> new Crumb(goal.name(), goal.href()))
                                .stream())
                .toList();
    }

    String lead(KeyFigure figure) {
        return figure.measureTitle().isEmpty()
                ? text("lead.none")
                : text("lead", figure.measureTitle(), words.desired(figure));
    }

    KeyFigurePage.@Nullable Number number(KeyFigureView view) {
        Comparison comparison = view.comparison();
        Point latest = comparison.headline().findLatest().orElse(null);
        if (latest == null) {
            return null;
        }
        String beside = comparison
                .nation()
                .findLatest()
                .filter(nation -> comparison.kind() != Comparison.Kind.NATION)
                .map(nation -> nation.year() == latest.year()
                        ? text("nation", view.amounts().write(nation))
                        : text("nation.otherYear", view.amounts().write(nation), KeyFigureWords.year(nation)))
                .orElse("");
        return new KeyFigurePage.Number(
                text("place", words.place(comparison), KeyFigureWords.year(latest)),
                view.amounts().write(latest),
                beside,
                words.kind(comparison),
                marks(latest));
    }

    private String marks(Point point) {
        Provenance typed = point.provenance();
        if (typed != null) {
            return KeyFigureWords.capital(tables.typed(typed));
        }
        return point.preliminary() ? text("mark.preliminary") : "";
    }

    private List<Figure> figures(KeyFigureView view) {
        return Arrays.stream(Form.values())
                .flatMap(form -> charts.find(form, view, size(form)).stream())
                .toList();
    }

    private static Size size(Form form) {
        return switch (form) {
            case TREND -> Size.wide();
            case STRIP -> Size.full();
            case MAP -> Size.of(656);
            case SEXES -> Size.of(416);
        };
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
    private List<Limit> limits(
            KeyFigureView view, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
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
    private List<String> missing(KeyFigureView view) {
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

    private List<Fact> facts(
            KeyFigure figure, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "definition", figure.definition());
        if (background != null) {
            add(facts, "question", background.surveyQuestion());
        }
        add(facts, "surveyedBy", figure.surveyedBy());
        add(facts, "next", next(entry).orElse(null));
        if (entry != null && !entry.originalSource().isEmpty()) {
            add(facts, "original", entry.originalSource());
        }
        if (!figure.printedName().equals(figure.name())) {
            add(facts, "printedName", figure.printedName());
        }
        if (background != null && !background.notes().isEmpty()) {
            add(facts, "notes", named(String.join(". ", background.notes())));
        }
        if (background != null) {
            add(facts, "decision", background.decisionReference());
        }
        if (figure.nationalIndicator() != null) {
            add(facts, "national", text("national", Integer.toString(figure.nationalIndicator())));
        }
        if (!figure.sources().isEmpty()) {
            add(
                    facts,
                    "sources",
                    String.join(
                            "; ",
                            figure.sources().stream()
                                    .map(KeyFigurePages::source)
                                    .toList()));
        }
        return facts;
    }

    /** With the key figures' names instead of our own codes. */
    private String named(String sentence) {
        return CODE.matcher(sentence)
                .replaceAll(code -> Matcher.quoteReplacement(indicators
                        .findKeyFigure(code.group())
                        .map(figure -> "”" + figure.name() + "”")
                        .orElse(code.group())));
    }

    /** What is measured and by whom, for a key figure that has no value to show. */
    List<Fact> told(KeyFigure figure) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "definition", figure.definition());
        add(facts, "surveyedBy", figure.surveyedBy());
        return facts;
    }

    private static String source(Source source) {
        return source.place().isEmpty() ? source.title() : source.title() + ", " + source.place();
    }

    private void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(text("fact." + key), value));
        }
    }

    /** The county, then every compared area that has a value, in alphabetical order. */
    private List<Choice> choices(KeyFigureView view) {
        Comparison comparison = view.comparison();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", text("choice.county", comparison.countyName()), view.focus() == null));
        KeyFigureCharts.compared(comparison).stream()
                .filter(Series::hasValues)
                .map(Series::area)
                .filter(area -> !area.is(comparison.county().area()))
                .forEach(area -> choices.add(
                        new Choice(area.code(), area.name(), area.code().equals(view.focus()))));
        return choices.size() == 1 ? List.of() : choices;
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
