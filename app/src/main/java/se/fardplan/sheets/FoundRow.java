package se.fardplan.sheets;

import java.util.List;

/** One row of a file that came in (funnen rad). @param number 1 for the file's first */
record FoundRow(int number, List<Found> cells) {

    Found cell(int column) {
        return column < cells.size() ? cells.get(column) : Found.NOTHING;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Found::isBlank);
    }
}
