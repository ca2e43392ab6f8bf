package se.fardplan.indicators;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;

/** What the indicators room reads from a county package (key-figures.yaml, national-indicators.yaml). */
record KeyFigureContent(
        List<Listed> figures,
        @Nullable KeyFigureDecision decision,
        List<NationalIndicator> indicators,
        List<NationalIndicator.Status> statuses) {

    static final Pattern KOLADA_ID = Pattern.compile("[NU]\\d{5}");

    private static final Pattern CODE = Pattern.compile("KF\\d{2}");

    /** A key figure with what lies behind it. */
    record Listed(KeyFigure figure, KeyFigureBackground background) {}

    static KeyFigureContent read(CountyPackage county, Problems problems) {
        Set<Integer> numbers = new HashSet<>();
        List<NationalIndicator> indicators = new ArrayList<>();
        List<NationalIndicator.Status> statuses = new ArrayList<>();
        if (county.has("national-indicators.yaml")) {
            county.read("national-indicators.yaml", problems, root -> {
                int asOf = root.number("statusAsOf");
                root.entries("statusCodes").forEach(entry -> {
                    entry.sources();
                    statuses.add(new NationalIndicator.Status(entry.number("code"), entry.text("text"), asOf));
                });
                root.entries("indicators")
                        .forEach(entry -> indicators.add(nationalIndicator(entry, numbers, statuses)));
                return root;
            });
        }
        List<Listed> figures = new ArrayList<>();
        List<KeyFigureDecision> decisions = new ArrayList<>();
        if (county.has("key-figures.yaml")) {
            county.read("key-figures.yaml", problems, root -> {
                Set<String> codes = new HashSet<>();
                for (Entry entry : root.entries("keyFigures")) {
                    figures.add(listed(entry, figures.size() + 1, codes, numbers));
                }
                decisions.add(decision(root.entry("decision")));
                return root;
            });
        }
        KeyFigureDecision decision = decisions.isEmpty() ? null : decisions.getFirst();
        return new KeyFigureContent(figures, decision, indicators, statuses);
    }

    private static KeyFigureDecision decision(Entry entry) {
        return new KeyFigureDecision(entry.text("text"), entry.text("basis"), entry.text("until"), entry.sources());
    }

    private static Listed listed(Entry entry, int order, Set<String> codes, Set<Integer> indicators) {
        String code = entry.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            entry.problem("code", "”%s” är ingen nyckeltalskod. Skriv den som KF01.".formatted(code));
        }
        if (!codes.add(code)) {
            entry.problem("code", "nyckeltalet ”%s” står två gånger.".formatted(code));
        }
        // Which sub-goal it measures belongs to the strategy, which reads the same file.
        entry.leave("subGoal");
        KeyFigure figure = figure(entry, code, order);
        if (figure.status() == KeyFigure.Status.ACTIVE && figure.koladaId() == null) {
            entry.problem("koladaId", "ett aktivt nyckeltal behöver ett Kolada-id, eller en annan status.");
        }
        if (figure.status() != KeyFigure.Status.ACTIVE && figure.koladaId() != null) {
            entry.problem("koladaId", "bara ett aktivt nyckeltal får ha ett Kolada-id.");
        }
        Integer related = figure.nationalIndicator();
        if (related != null && !indicators.contains(related)) {
            entry.problem("nationalIndicator", "den nationella indikatorn %d finns inte.".formatted(related));
        }
        return new Listed(figure, background(entry, code));
    }

    private static KeyFigure figure(Entry entry, String code, int order) {
        String name = entry.text("name");
        return new KeyFigure(
                code,
                order,
                name,
                entry.textOr("printedName", name),
                entry.text("measureTitle"),
                entry.textOrNull("definition"),
                koladaId(entry, "koladaId"),
                entry.textOr("printedKoladaId", ""),
                koladaId(entry, "successorId"),
                entry.word("unit", KeyFigure.Unit.class),
                entry.word("desired", KeyFigure.Desired.class),
                entry.word("level", KeyFigure.Level.class),
                entry.word("status", KeyFigure.Status.class),
                entry.numberOr("overlapYears", 1),
                entry.numbers("seriesBreaks"),
                entry.texts("cautions"),
                entry.textOrNull("surveyedBy"),
                entry.numberOrNull("nationalIndicator"),
                entry.sources());
    }

    private static KeyFigureBackground background(Entry entry, String code) {
        return new KeyFigureBackground(
                code,
                entry.word("basis", KeyFigureBackground.Basis.class),
                entry.flag("basisInterpreted"),
                entry.textOrNull("printedDefinition"),
                entry.textOrNull("surveyQuestion"),
                entry.flag("desiredInterpreted"),
                entry.flag("nationalIndicatorInterpreted"),
                entry.numberOrNull("retiredAfter"),
                entry.textOrNull("successorNote"),
                koladaId(entry, "predecessorId"),
                koladaId(entry, "likelyKoladaId"),
                null,
                entry.texts("notes"),
                entry.dateOrNull("validFrom"),
                entry.dateOrNull("validTo"),
                entry.textOrNull("decisionReference"));
    }

    private static @Nullable String koladaId(Entry entry, String key) {
        String id = entry.textOrNull(key);
        if (id != null && !KOLADA_ID.matcher(id).matches()) {
            entry.problem(key, "”%s” är inget Kolada-id. Skriv det som U20462.".formatted(id));
        }
        return id;
    }

    private static NationalIndicator nationalIndicator(
            Entry entry, Set<Integer> numbers, List<NationalIndicator.Status> statuses) {
        int number = entry.number("number");
        if (!numbers.add(number)) {
            entry.problem("number", "indikatorn %d står två gånger.".formatted(number));
        }
        List<Integer> codes = entry.numbers("statusCodes");
        for (int code : codes) {
            if (statuses.stream().noneMatch(status -> status.code() == code)) {
                entry.problem("statusCodes", "statuskoden %d finns inte.".formatted(code));
            }
        }
        String name = entry.text("name");
        return new NationalIndicator(
                number,
                entry.text("area"),
                entry.text("subArea"),
                entry.textOrNull("printedSubArea"),
                entry.flag("subAreaInterpreted"),
                entry.textOrNull("subAreaNote"),
                name,
                entry.textOr("printedName", name),
                codes,
                entry.sources());
    }
}
