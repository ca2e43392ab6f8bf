package se.fardplan.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between two texts, word by word (skillnader). */
final class Redline {

    private static final Pattern PIECE = Pattern.compile("\\R|[^\\S\\r\\n]+|[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s]");

    private Redline() {}

    /** What became of a run of words. */
    enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Words in a row with the same fate. */
    record Run(Fate fate, String text) {}

    /** Both texts in order; the runs kept and added make up {@code after}, those kept and removed {@code before}. */
    static List<Run> between(String before, String after) {
        List<String> old = pieces(before);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, pieces(after)).getDeltas()) {
            add(runs, Fate.KEPT, old.subList(at, delta.getSource().getPosition()));
            add(runs, Fate.REMOVED, delta.getSource().getLines());
            add(runs, Fate.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(runs, Fate.KEPT, old.subList(at, old.size()));
        return runs;
    }

    private static void add(List<Run> runs, Fate fate, List<String> pieces) {
        if (!pieces.isEmpty()) {
            runs.add(new Run(fate, String.join("", pieces)));
        }
    }

    private static List<String> pieces(String text) {
        Matcher matcher = PIECE.matcher(text);
        List<String> pieces = new ArrayList<>();
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
