package se.fardplan.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import se.fardplan.charts.Measure;
import se.fardplan.charts.Numbers;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.KeyFigure.Unit;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.sheets.Cell;

/**
 * How the values of one key figure are written (belopp): the same number of decimals in text, chart, table and file.
 *
 * @param unit after the number, empty when none
 */
record Amounts(int decimals, String unit) {

    /** As many decimals as the values came with, at most one; two for a mean between 0 and 1 and where the unit is
     * unclear. */
    static Amounts of(Comparison comparison) {
        Unit unit = comparison.figure().unit();
        int decimals = Stream.of(
                        Stream.of(comparison.headline(), comparison.county(), comparison.nation()),
                        comparison.municipalities().stream(),
                        comparison.regions().stream())
                .flatMap(series -> series)
                .map(Series::points)
                .flatMap(points -> points.stream().filter(Point::hasValue))
                .mapToInt(point -> point.number().stripTrailingZeros().scale())
                .max()
                .orElse(0);
        int most = unit == Unit.MEAN || unit == Unit.UNCLEAR ? 2 : 1;
        return new Amounts(Math.clamp(decimals, 0, most), suffix(unit));
    }

    private static String suffix(Unit unit) {
        return switch (unit) {
            case PERCENT -> "%";
            case KRONOR_PER_INHABITANT -> "kr";
            case INDEX, MEAN, PER_100_000, PER_1_000, UNCLEAR -> "";
        };
    }

    /** With its unit, such as {@code 71,3 %}. */
    String write(BigDecimal value) {
        String number = number(value);
        return unit.isEmpty() ? number : number + Numbers.SPACE + unit;
    }

    /** Without its unit. */
    String number(BigDecimal value) {
        return Numbers.write(value, decimals);
    }

    String write(Point point) {
        return write(point.number());
    }

    /** A difference between two values: percentages differ by percentage points (procentenheter). */
    String distance(BigDecimal value) {
        String number = number(value.abs());
        return switch (unit) {
            case "" -> number;
            case "%" -> number + Numbers.SPACE + (number.equals("1") ? "procentenhet" : "procentenheter");
            default -> number + Numbers.SPACE + unit;
        };
    }

    Cell cell(BigDecimal value) {
        return new Cell.Decimal(value.setScale(decimals, RoundingMode.HALF_UP));
    }

    Measure measure() {
        return new Measure(decimals, unit);
    }
}
