package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.reports.TextDifference.Fate;

/** Editors' plain text, and what differs between two of them. */
class AnnualTextTests {

    @Test
    void readsParagraphsListsAndHeadings() {
        assertThat(AnnualText.blocks("Ett stycke\nsom går vidare.\n\n## Rubrik\n- ett\n- två\nefter listan"))
                .containsExactly(
                        new Paragraph(Voice.PLAIN, "Ett stycke som går vidare."),
                        new Heading("Rubrik"),
                        new Bullets(false, List.of("ett", "två")),
                        new Paragraph(Voice.PLAIN, "efter listan"));
    }

    @Test
    void setsAHeadingWithNothingBelowItAsAParagraph() {
        assertThat(AnnualText.blocks("## Ensam")).containsExactly(new Paragraph(Voice.PLAIN, "Ensam"));
        assertThat(AnnualText.blocks("## Ett\n## Två\ntext"))
                .containsExactly(
                        new Paragraph(Voice.PLAIN, "Ett"), new Heading("Två"), new Paragraph(Voice.PLAIN, "text"));
    }

    @Property(tries = 200)
    void neverEndsInAHeadingAndNeverFails(@ForAll String text) {
        List<ReportBlock> blocks = AnnualText.blocks(text);
        assertThat(blocks.isEmpty() || !(blocks.getLast() instanceof Heading)).isTrue();
        assertThat(ReportFlow.runs(blocks)).isNotNull();
    }

    @Property(tries = 200)
    void theDifferenceHoldsBothTexts(
            @ForAll List<@net.jqwik.api.constraints.AlphaChars String> before,
            @ForAll List<@net.jqwik.api.constraints.AlphaChars String> after) {
        List<TextDifference.Line> lines = TextDifference.between(String.join("\n", before), String.join("\n", after));
        assertThat(lines.stream().filter(line -> line.fate() != Fate.ADDED).map(TextDifference.Line::text))
                .containsExactlyElementsOf(String.join("\n", before).lines().toList());
        assertThat(lines.stream().filter(line -> line.fate() != Fate.REMOVED).map(TextDifference.Line::text))
                .containsExactlyElementsOf(String.join("\n", after).lines().toList());
    }
}
