package se.fardplan.reports;

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
import se.fardplan.indicators.KeyFigureBackground;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Provenance;
import se.fardplan.indicators.Series;
import se.fardplan.organisation.Source;
import se.fardplan.reports.KeyFigureCharts.Form;
import se.fardplan.reports.KeyFigurePage.Choice;
import se.fardplan.reports.KeyFigurePage.Fact;
import se.fardplan.strategy.Strategies;

/** Puts the page of one key figure together. */
@Component
class KeyFigurePages {

    private static final Pattern CODE = Pattern.compile("\\bKF\\d\\d\\b");

    private final Indicators indicators;
    private final KeyFigureCatalogue catalogue;
    private final KeyFigureWords words;
    private final KeyFigureCharts charts;
    private final KeyFigureTables tables;
    private final KeyFigureReach reach;
    private final Strategies strategies;
    private final Texts texts;

    KeyFigurePages(
            Indicators indicators,
            KeyFigureCatalogue catalogue,
            KeyFigureWords words,
            KeyFigureCharts charts,
            KeyFigureTables tables,
            KeyFigureReach reach,
            Strategies strategies,
            Texts texts) {
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.words = words;
        this.charts = charts;
        this.tables = tables;
        this.reach = reach;
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
                values ? List.of() : reach.absence(figure, background, entry),
                reach.limits(view, background, entry),
                figures(view),
                values ? reach.missing(view) : List.of(),
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

    private List<Fact> facts(
            KeyFigure figure, @Nullable KeyFigureBackground background, @Nullable CatalogueEntry entry) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "definition", figure.definition());
        if (background != null) {
            add(facts, "question", background.surveyQuestion());
        }
        add(facts, "surveyedBy", figure.surveyedBy());
        add(facts, "next", reach.next(entry).orElse(null));
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
