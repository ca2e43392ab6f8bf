package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line (skillnader). */
final class TextDifference {

    private TextDifference() {}

    /** What became of a line. */
    enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** One line and what became of it. */
    record Line(Fate fate, String text) {}

    /** The lines of both texts in order, by their longest common run. */
    static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int[][] common = common(old, now);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Fate.KEPT, now.get(j)));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Fate.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Fate.ADDED, now.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines the two texts have in common, in order, from line i and j on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
