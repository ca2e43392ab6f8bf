package se.fardplan.indicators;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/**
 * What an import did (importens utfall).
 *
 * @param vintage the new vintage; null when nothing had changed, and then nothing was written
 * @param figures one for each key figure with values, by id
 * @param notes what the one who imports should read, in order
 * @param problems what could not be brought in; every other key figure was
 */
public record ImportResult(@Nullable Vintage vintage, List<Figure> figures, List<Note> notes, List<Note> problems) {

    public ImportResult {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** True when everything asked for was brought in; a command ends with an error otherwise. */
    public boolean complete() {
        return problems.isEmpty();
    }

    /**
     * How many cells (area, year and sex) of one key figure.
     *
     * @param removed deleted by Kolada or gone since an earlier vintage
     * @param newlySuppressed those of {@code changed} that became secret
     */
    public record Figure(String indicator, int added, int changed, int removed, int unchanged, int newlySuppressed) {

        public boolean touched() {
            return added + changed + removed > 0;
        }
    }

    /** A sentence by its key in the message files. */
    public record Note(String key, List<String> arguments) {

        static Note of(String key, Object... arguments) {
            return new Note(key, Arrays.stream(arguments).map(String::valueOf).toList());
        }

        static Note of(Refusal refusal) {
            return of("refusal." + refusal.code(), refusal.arguments().toArray());
        }

        public String text(Texts texts) {
            return texts.of(key, arguments.toArray());
        }
    }
}
