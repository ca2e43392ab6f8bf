package se.fardplan.sheets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What saving would change, before it is saved (förhandsvisning).
 *
 * @param ended rows that stand but are no longer in the file
 * @param problems while there are any, nothing is saved
 */
public record Preview(
        int added, int changed, int ended, int unchanged, List<Change> changes, List<CellProblem> problems) {

    /** How many changes, and how many problems, a page lists; it says how many more there are. */
    static final int MOST_SHOWN = 200;

    /** What would happen to a row (ändringsslag). */
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }

    /** A value before and after (skillnad); blank where there was or will be none. */
    public record Difference(String header, String before, String after) {}

    /**
     * A row that would change (ändring).
     *
     * @param row in the file; 0 when it is not in the file
     * @param what the row's name on the page
     */
    public record Change(int row, Kind kind, String what, List<Difference> differences) {
        public Change {
            differences = List.copyOf(differences);
        }
    }

    public Preview {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** The preview of {@code changes}, counted by their kind. */
    public static Preview of(List<Change> changes, int unchanged, List<CellProblem> problems) {
        return new Preview(
                count(changes, Kind.ADDED),
                count(changes, Kind.CHANGED),
                count(changes, Kind.ENDED),
                unchanged,
                changes,
                problems);
    }

    /** Stands for the preview (avtryck): another one gives another text. SHA-256, 64 hexadecimal digits. */
    public String imprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** True when it can be saved, and there is something to save. */
    public boolean canBeSaved() {
        return problems.isEmpty() && !changes.isEmpty();
    }

    List<Change> shownChanges() {
        return changes.stream().limit(MOST_SHOWN).toList();
    }

    int moreChanges() {
        return Math.max(0, changes.size() - MOST_SHOWN);
    }

    private static int count(List<Change> changes, Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
}
