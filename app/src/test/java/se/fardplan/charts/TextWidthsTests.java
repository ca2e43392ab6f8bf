package se.fardplan.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fardplan.charts.TextWidths.Face;

/** The table of widths against the fonts themselves. */
class TextWidthsTests {

    private static final Map<Face, String> FILES = Map.of(
            Face.REGULAR, "SourceSans3_400Regular",
            Face.SEMIBOLD, "SourceSans3_600SemiBold",
            Face.BOLD, "SourceSans3_700Bold",
            Face.SERIF, "SourceSerif4_600SemiBold");

    @Test
    void theTableSaysWhatTheFontsSay() throws Exception {
        for (var entry : FILES.entrySet()) {
            try (InputStream in = getClass().getResourceAsStream("/fonts/" + entry.getValue() + ".ttf")) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(1000f);
                for (String text :
                        new String[] {"Dalarna 3\u00a0366,4", "Älvdalen", "Jämför inte över strecket", "−12 %"}) {
                    double real = text.codePoints()
                            .mapToDouble(c -> font.createGlyphVector(
                                            new FontRenderContext(null, true, true), Character.toString(c))
                                    .getLogicalBounds()
                                    .getWidth())
                            .sum();
                    assertThat(TextWidths.of(text, entry.getKey(), 1000)).isBetween(real, real * 1.02);
                }
            }
        }
    }

    @Test
    void aSoftHyphenTakesNoRoom() {
        assertThat(TextWidths.of("Smedje\u00adbacken", Face.REGULAR, 16))
                .isEqualTo(TextWidths.of("Smedjebacken", Face.REGULAR, 16));
    }

    @Test
    void linesBreakAtSoftHyphensFirst() {
        assertThat(Wrap.lines("Smedje\u00adbacken", Canvas.Pen.PLAIN, 60)).containsExactly("Smedje-", "backen");
        assertThat(Wrap.lines("Malung-Sälen", Canvas.Pen.PLAIN, 60)).containsExactly("Malung-", "Sälen");
        assertThat(Wrap.lines("Mora", Canvas.Pen.PLAIN, 60)).containsExactly("Mora");
    }
}
