package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;

/** How the PDF's pages are set, measured on the finished file. */
@Proves("R165")
class ReportLayoutTests {

    private static final Report SAMPLE = SampleReport.of(12, 16);
    private static final PdfPages PAGES = PdfPages.of(ReportPdfTests.pdf(SAMPLE), SAMPLE);

    @Test
    void writesNothingSmallerThanTenPoints() {
        PAGES.haveNoTextBelowTenPoints();
    }

    @Test
    void leavesNoHeadingLastOnAPage() {
        PAGES.endInNoHeading();
    }

    @Test
    void fillsEveryPageToFortyPercentButAPartsLast() {
        PAGES.areFilledToFortyPercent();
    }

    @Test
    void splitsNoRow() {
        PAGES.splitNoRow();
    }

    @Test
    void repeatsTheHeaderOfATableThatGoesOn() {
        PAGES.repeatTheHeaderRow();
    }

    @Test
    void breaksNoDateAndNoRange() {
        assertThat(ReportHtml.print(SAMPLE)).contains("<span class=\"nowrap\">2026-11-22</span>");
        StringOutput html = new StringOutput();
        ReportHtml.text("Från 70,1–76,4 & <upp> 2026-08-01, 3-årsmedel").writeTo(html);
        assertThat(html.toString())
                .isEqualTo("Från <span class=\"nowrap\">70,1–76,4</span> &amp; &lt;upp&gt; "
                        + "<span class=\"nowrap\">2026-08-01</span>, 3-årsmedel");
    }

    @Test
    void hasEveryLetterOfTheMessagesInItsFonts() throws IOException {
        for (String file : List.of("annual", "reports", "strategy", "indicators")) {
            Properties messages = new Properties();
            try (InputStream in = ReportLayoutTests.class.getResourceAsStream("/messages/" + file + ".properties")) {
                messages.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(ReportGlyphs.missing(String.join(
                            "", messages.values().stream().map(Object::toString).toList())))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void namesTheFormOfEveryJudgement() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = ReportLayoutTests.class.getResourceAsStream("/messages/annual.properties")) {
            messages.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(se.fardplan.charts.Glyph.values())
                .allSatisfy(glyph -> assertThat(messages).containsKey("annual.form." + glyph));
    }

    @Test
    void knowsWhichLettersItLacks() {
        assertThat(ReportGlyphs.missing("Ålder 80 år – ”hemma” 3\u00a0366,4 −2\n• \u2026"))
                .isEmpty();
        assertThat(ReportGlyphs.missing("bra 😀 och 漢")).isEqualTo("😀 漢");
    }
}
