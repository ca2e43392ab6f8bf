package se.fardplan.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Numbers;
import se.fardplan.indicators.Area;
import se.fardplan.indicators.Areas;
import se.fardplan.indicators.Comparisons;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Observation;
import se.fardplan.indicators.Origin;
import se.fardplan.indicators.Sex;
import se.fardplan.indicators.Vintage;
import se.fardplan.reports.AnnualReport.Frozen;

/** Which of a frozen report's values are others now, by Kolada or by hand (ändringar efter frysning). */
@Component
class AnnualChanges {

    private final Indicators indicators;
    private final Comparisons comparisons;
    private final Texts texts;

    AnnualChanges(Indicators indicators, Comparisons comparisons, Texts texts) {
        this.indicators = indicators;
        this.comparisons = comparisons;
        this.texts = texts;
    }

    /** One value that is another now. */
    record Change(String figure, String href, String place, String before, String now) {}

    private record Key(String area, int year, Sex sex) {}

    /** By figure, area and year; values that did not exist when the report was frozen are no changes to it. */
    List<Change> list(Frozen report) {
        Vintage latest = indicators.findLatestVintage().orElse(null);
        Vintage frozen = indicators.listVintages().stream()
                .filter(vintage -> vintage.number() == report.vintage())
                .findFirst()
                .orElse(null);
        if (latest == null || frozen == null || latest.number() == frozen.number()) {
            return List.of();
        }
        Areas areas = comparisons.areas();
        Map<String, String> names = Stream.concat(
                        Stream.concat(Stream.of(areas.county(), areas.nation()), Stream.ofNullable(areas.group())),
                        Stream.concat(areas.municipalities().stream(), areas.regions().stream()))
                .collect(Collectors.toMap(Area::code, Area::name, (one, same) -> one, LinkedHashMap::new));
        List<Change> changes = new ArrayList<>();
        for (KeyFigure figure : indicators.listKeyFigures()) {
            String id = Optional.ofNullable(figure.koladaId()).orElse(figure.code());
            Map<Key, Observation> before = values(id, frozen, report.year(), names.keySet());
            Map<Key, Observation> now = values(id, latest, report.year(), names.keySet());
            before.entrySet().stream()
                    .filter(entry -> differs(entry.getValue(), now.get(entry.getKey())))
                    .sorted(Comparator.comparing((Map.Entry<Key, Observation> entry) ->
                                    entry.getKey().area())
                            .thenComparing(entry -> entry.getKey().year())
                            .thenComparing(entry -> entry.getKey().sex()))
                    .forEach(entry -> changes.add(change(figure, names, entry.getValue(), now.get(entry.getKey()))));
        }
        return changes;
    }

    private Map<Key, Observation> values(String id, Vintage vintage, int lastYear, Set<String> areas) {
        Map<Key, Observation> values = new HashMap<>();
        for (Observation observation : indicators.listObservations(id, vintage)) {
            if (observation.year() <= lastYear && areas.contains(observation.area())) {
                values.put(new Key(observation.area(), observation.year(), observation.sex()), observation);
            }
        }
        return values;
    }

    private static boolean differs(Observation before, @Nullable Observation now) {
        if (now == null || before.state() != now.state()) {
            return true;
        }
        return before.value() == null
                ? now.value() != null
                : now.value() == null || before.value().compareTo(now.value()) != 0;
    }

    private Change change(KeyFigure figure, Map<String, String> names, Observation before, @Nullable Observation now) {
        return new Change(
                figure.name(),
                "/nyckeltal/" + figure.code(),
                texts.of(
                        "annual.changes.place." + before.sex(),
                        names.getOrDefault(before.area(), before.area()),
                        Integer.toString(before.year())),
                written(before),
                now == null ? texts.of("table.state.REMOVED") : written(now));
    }

    private String written(Observation observation) {
        if (observation.value() == null) {
            return texts.of("table.state." + observation.state());
        }
        String number = Numbers.write(
                observation.value(), Math.max(0, observation.value().scale()));
        return observation.origin() == Origin.HAND ? texts.of("annual.changes.typed", number) : number;
    }
}
