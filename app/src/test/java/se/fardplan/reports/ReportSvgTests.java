package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Drawings on their way into the PDF. */
class ReportSvgTests {

    /** The renderer refuses a height with decimals, says so in English on the console, and draws in another size. */
    @Test
    void scalesToWholePixels() {
        String svg = "<svg width=\"560\" height=\"186\" viewBox=\"0 0 560 186\"></svg>";
        assertThat(ReportSvg.scaled(new ReportBlock.Drawing(svg, "Trend", 560, 186), 482))
                .isEqualTo("<svg width=\"482\" height=\"160\" viewBox=\"0 0 560 186\"></svg>");
    }
}
