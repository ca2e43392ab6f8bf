package se.fardplan.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell that two vintages show differently (ändrat värde).
 *
 * @param before as the earlier shows it; null when it had none
 * @param after as the later shows it; null when it has none, as when a value typed in was withdrawn
 */
public record ObservationChange(
        @Nullable Observation before, @Nullable Observation after) {

    static List<ObservationChange> between(List<Observation> earlier, List<Observation> later) {
        Map<String, @Nullable Observation> before = byCell(earlier);
        Map<String, @Nullable Observation> after = byCell(later);
        TreeMap<String, Boolean> cells = new TreeMap<>();
        before.keySet().forEach(cell -> cells.put(cell, true));
        after.keySet().forEach(cell -> cells.put(cell, true));
        List<ObservationChange> changes = new ArrayList<>();
        for (String cell : cells.keySet()) {
            if (!Objects.equals(before.get(cell), after.get(cell))) {
                changes.add(new ObservationChange(before.get(cell), after.get(cell)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, @Nullable Observation> byCell(List<Observation> observations) {
        Map<String, @Nullable Observation> cells = new TreeMap<>();
        observations.forEach(one -> cells.put("%s %d %s".formatted(one.area(), one.year(), one.sex()), one));
        return cells;
    }
}
