package se.fardplan.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.fardplan.writing.Redline.Fate;
import se.fardplan.writing.Redline.Run;

class RedlineTests {

    @Test
    void marksTheWordThatWasExchanged() {
        assertThat(Redline.between("Vi ska stärka samverkan.", "Vi ska stärka tilliten."))
                .containsExactly(
                        new Run(Fate.KEPT, "Vi ska stärka "),
                        new Run(Fate.REMOVED, "samverkan"),
                        new Run(Fate.ADDED, "tilliten"),
                        new Run(Fate.KEPT, "."));
    }

    /** Nothing is lost: each text can be read out of what is shown. */
    @Property
    void holdsBothTextsWhole(@ForAll String before, @ForAll String after) {
        List<Run> runs = Redline.between(before, after);
        assertThat(text(runs, Fate.REMOVED)).isEqualTo(before);
        assertThat(text(runs, Fate.ADDED)).isEqualTo(after);
    }

    private static String text(List<Run> runs, Fate fate) {
        return runs.stream()
                .filter(run -> run.fate() == fate || run.fate() == Fate.KEPT)
                .map(Run::text)
                .collect(Collectors.joining());
    }
}
