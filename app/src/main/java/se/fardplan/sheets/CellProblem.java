package se.fardplan.sheets;

import java.util.Comparator;
import java.util.List;

/**
 * A cell that cannot be used (cell att rätta): where it stands, and what to do.
 *
 * @param row as the file counts; the headers stand in the first
 * @param column its letters, such as {@code C} or {@code AB}; blank when it is about the whole row
 * @param value what stands there
 * @param sentence what to do, in Swedish
 */
public record CellProblem(int row, String column, String header, String value, String sentence) {

    static final Comparator<CellProblem> IN_READING_ORDER = Comparator.comparingInt(CellProblem::row)
            .thenComparing(problem -> problem.column().length())
            .thenComparing(CellProblem::column);

    private static final int LONGEST_SHOWN = 60;

    /** The value as a page can show it: cut when long, signs that cannot be read as a dot. */
    public String shown() {
        String readable = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "·");
        return readable.length() <= LONGEST_SHOWN
                ? readable
                : readable.substring(0, readable.offsetByCodePoints(LONGEST_SHOWN - 2, 1)) + "…";
    }

    /** Those that a page lists. */
    static List<CellProblem> shown(List<CellProblem> problems) {
        return problems.stream().limit(Preview.MOST_SHOWN).toList();
    }

    /** How many problems there are beyond those. */
    static int more(List<CellProblem> problems) {
        return Math.max(0, problems.size() - Preview.MOST_SHOWN);
    }

    /** The letters of a column: 0 is {@code A}, 26 is {@code AA}. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
