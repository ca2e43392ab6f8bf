package se.fardplan.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void writesTheSwedishWay() {
        assertThat(Numbers.write(3366.4, 1)).isEqualTo("3\u00a0366,4");
        assertThat(Numbers.write(1234567, 0)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(Numbers.write(-0.5, 1)).isEqualTo("\u22120,5");
        assertThat(Numbers.write(new BigDecimal("999.995"), 2)).isEqualTo("1\u00a0000,00");
    }

    @Test
    void neverWritesMinusZero() {
        assertThat(Numbers.write(-0.04, 1)).isEqualTo("0,0");
        assertThat(Numbers.signed(0.04, 1)).isEqualTo("0,0");
    }

    @Test
    void writesTheSignOfADifference() {
        assertThat(Numbers.signed(40, 1)).isEqualTo("+40,0");
        assertThat(Numbers.signed(-68, 1)).isEqualTo("\u221268,0");
    }

    @Test
    void measuresCarryTheirUnitOnAHardSpace() {
        assertThat(Measure.percent(0).write(68.4)).isEqualTo("68\u00a0%");
    }
}
