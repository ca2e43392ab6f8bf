package se.fardplan.organisation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a county package, each with file and line (fel i länspaketet). */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    /** @param line counted from 1 */
    public void add(String file, int line, String sentence) {
        found.add("%s, rad %d: %s".formatted(file, line, sentence));
    }

    public List<String> list() {
        return List.copyOf(found);
    }
}
