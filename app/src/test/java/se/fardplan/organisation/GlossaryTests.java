package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;

class GlossaryTests {

    private static final Abbreviation VC = new Abbreviation("VC", "Vårdcentral", null, false, List.of());
    private static final Abbreviation PLAN =
            new Abbreviation("R HPL", "Regional handlingsplan", null, false, List.of());

    @Test
    @Proves("R4")
    void explainsAnAbbreviationWhereItFirstStands() {
        Glossary words = new Glossary(List.of(VC, PLAN));

        assertThat(words.explain("Bedömning på VC, sedan VC igen"))
                .extracting(Glossary.Run::text)
                .containsExactly("Bedömning på ", "VC", ", sedan VC igen");
        assertThat(words.explain("VC")).extracting(Glossary.Run::abbreviation).containsOnlyNulls();
        assertThat(words.met()).containsExactly(VC);
    }

    @Test
    void leavesALongerWordAlone() {
        Glossary words = new Glossary(List.of(VC));

        assertThat(words.explain("AVC och VCx")).hasSize(1);
        assertThat(words.met()).isEmpty();
    }

    @Property
    void losesNoLetter(@ForAll String text) {
        assertThat(new Glossary(List.of(VC, PLAN))
                        .explain(text).stream().map(Glossary.Run::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
