package se.fardplan.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/**
 * What a file would change, as it is found row by row (utkast).
 *
 * @param <C> a change of the register
 */
public final class Draft<C> {

    private final Reading reading;
    private final Texts texts;
    private final List<Step<C>> steps = new ArrayList<>();
    private final List<Preview.Change> shown = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private int unchanged;

    /** A change and the row it comes from. */
    private record Step<C>(Line line, C change) {}

    public Draft(Reading reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    public void change(Line line, C change) {
        steps.add(new Step<>(line, change));
    }

    public void problem(Line line, String field, String sentence) {
        problems.add(reading.problem(line, field, sentence));
    }

    /** Shows a row in the preview; one without differences is only counted. */
    public void show(Line line, Preview.Kind kind, String what, List<Preview.Difference> differences) {
        if (differences.isEmpty()) {
            unchanged++;
        } else {
            shown.add(new Preview.Change(line.row(), kind, what, differences));
        }
    }

    public Preview.Difference difference(String key, String before, String after) {
        return new Preview.Difference(texts.of(key), before, after);
    }

    /** The changes, in the order of the rows. */
    public List<C> changes() {
        return steps.stream().map(Step::change).toList();
    }

    /**
     * The preview, with a problem for each change that would be refused.
     *
     * @param rehearse gives the refusal each change would meet, null where it would be made
     * @param cell the field a refusal is about
     */
    public Preview preview(Function<List<C>, List<@Nullable Refusal>> rehearse, Function<Refusal, String> cell) {
        List<@Nullable Refusal> refusals = rehearse.apply(changes());
        for (int i = 0; i < refusals.size(); i++) {
            Refusal refusal = refusals.get(i);
            if (refusal != null) {
                problem(steps.get(i).line(), cell.apply(refusal), texts.of(refusal));
            }
        }
        return Preview.of(shown, unchanged, reading.and(problems).problems());
    }
}
