package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureExamplesTests {

    private static final List<String> AREAS =
            Figures.MUNICIPALITIES.stream().map(Area::code).toList();

    @Test
    void makesTheSameValuesEveryTime() {
        assertThat(examples(40).cells(2016, 2025))
                .isEqualTo(examples(40).cells(2016, 2025))
                .isNotEmpty();
    }

    @Test
    void hasEveryStateASeriesMayHave() {
        assertThat(examples(60).cells(2016, 2025).stream()
                        .map(KoladaRow.Cell::state)
                        .collect(Collectors.toSet()))
                .contains(State.PUBLISHED, State.SUPPRESSED, State.MISSING, State.NOT_PUBLISHED, State.UNCERTAIN);
    }

    private static FigureExamples examples(int areas) {
        List<String> codes =
                IntStream.range(9000, 9000 + areas).mapToObj(String::valueOf).toList();
        return new FigureExamples(
                "U99999",
                Figures.figure(KeyFigure.Level.MUNICIPALITY, KeyFigure.Desired.HIGHER, 1),
                false,
                codes,
                codes,
                AREAS.getFirst());
    }
}
