package se.fardplan.sheets;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was read from a file (inläsning).
 *
 * @param lines every row that is not blank, with its problems or without
 * @param problems all of them, in reading order
 * @param places where each field stands in the file
 */
public record Reading(List<Line> lines, List<CellProblem> problems, Map<String, Place> places) {

    /** @param column its letters; blank when the file has no such column @param header as the file has it */
    public record Place(String column, String header) {}

    private record At(int row, String column) {
        At(CellProblem problem) {
            this(problem.row(), problem.column());
        }
    }

    public Reading {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    /** True when every cell can be used. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** A problem that a room finds with one cell. */
    public CellProblem problem(Line line, String key, String sentence) {
        Place place = places.getOrDefault(key, new Place("", key));
        return new CellProblem(line.row(), place.column(), place.header(), line.text(key), sentence);
    }

    /** A problem that a room finds with a whole row. */
    public CellProblem problem(Line line, String sentence) {
        return new CellProblem(line.row(), "", "", "", sentence);
    }

    /** This reading with what a room found too; where a cell could not even be read, that is said alone. */
    public Reading and(List<CellProblem> more) {
        Set<At> unread = new HashSet<>();
        problems.stream()
                .filter(problem -> !problem.column().isEmpty())
                .map(At::new)
                .forEach(unread::add);
        Stream<CellProblem> all =
                Stream.concat(problems.stream(), more.stream().filter(problem -> !unread.contains(new At(problem))));
        return new Reading(lines, all.sorted(CellProblem.IN_READING_ORDER).toList(), places);
    }
}
