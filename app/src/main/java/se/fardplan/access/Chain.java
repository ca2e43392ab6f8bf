package se.fardplan.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the audit log's chain (loggens kedja) row by row and notes what does not hold.
 *
 * <p>Rows are given in order of their number; then {@link #end} compares with what is kept beside the chain.
 */
final class Chain {

    private final Map<Long, String> witnessed;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Entry> changed = new LinkedHashMap<>();
    private @Nullable Entry last;
    private long rows;

    /** What does not hold, as a message key and its arguments (anmärkning). */
    record Finding(String key, List<Object> arguments) {

        Finding(String key, long... rows) {
            this(key, Arrays.stream(rows).<Object>mapToObj(Long::toString).toList());
        }
    }

    /** @param witnessed hashes by row number, kept outside the database; may have gaps */
    Chain(Map<Long, String> witnessed) {
        this.witnessed = witnessed;
    }

    void add(Entry entry) {
        rows++;
        long expected = last == null ? 1 : last.seq() + 1;
        if (entry.seq() == expected + 1) {
            findings.add(new Finding("audit.missing-one", expected));
        } else if (entry.seq() > expected) {
            findings.add(new Finding("audit.missing-many", expected, entry.seq() - 1));
        } else if (entry.seq() < expected) {
            findings.add(new Finding("audit.stray", entry.seq()));
        }
        boolean afterChanged = changed.containsKey(entry.seq() - 1);
        if (!entry.isIntact()) {
            changed.put(entry.seq(), entry);
        } else if (!entry.hash().equals(witnessed.getOrDefault(entry.seq(), entry.hash()))) {
            findings.add(new Finding("audit.rewritten", entry.seq()));
        } else if (entry.seq() == expected
                && !afterChanged
                && !entry.previousHash().equals(lastHash())) {
            findings.add(new Finding("audit.broken-link", entry.seq()));
        }
        last = entry;
    }

    /** Every finding, given the length and hash that the chain ought to end with. */
    List<Finding> end(long headSeq, String headHash) {
        addChanged();
        long length = last == null ? 0 : last.seq();
        long known =
                witnessed.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        long expected = Math.max(headSeq, known);
        if (length < expected) {
            findings.add(
                    length + 1 == expected
                            ? new Finding("audit.tail-one", expected)
                            : new Finding("audit.tail-many", length + 1, expected));
        } else if (length != headSeq || !lastHash().equals(headHash)) {
            findings.add(new Finding("audit.head", length, headSeq));
        }
        return List.copyOf(findings);
    }

    long rows() {
        return rows;
    }

    private String lastHash() {
        return last == null ? Entry.BEFORE_THE_FIRST : last.hash();
    }

    /** Two rows that carry each other's content have changed places; every other changed row was tampered with. */
    private void addChanged() {
        List<Entry> left = new ArrayList<>(changed.values());
        while (!left.isEmpty()) {
            Entry one = left.removeFirst();
            Entry other = left.stream()
                    .filter(candidate -> one.hash().equals(one.expectedHash(candidate.seq()))
                            && candidate.hash().equals(candidate.expectedHash(one.seq())))
                    .findFirst()
                    .orElse(null);
            if (other == null) {
                findings.add(new Finding("audit.changed", one.seq()));
            } else {
                left.remove(other);
                findings.add(new Finding("audit.swapped", one.seq(), other.seq()));
            }
        }
    }
}
