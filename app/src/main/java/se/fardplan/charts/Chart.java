package se.fardplan.charts;

/**
 * A chart (diagram): data in, one SVG element out, unchanged on the page, in the PDF and in Word.
 *
 * <p>A form is a record with its data; {@link #render} draws it. Draw each figure twice, wide and for a telephone, so
 * that its text is always 16 px:
 *
 * {@snippet :
 * Chart chart = new Trend(
 *         Caption.of("u20462-trend", "Minskningen har fortsatt varje år sedan 2016"),
 *         Measure.plain(1),
 *         List.of(
 *                 new Trend.Line("Dalarna", Voice.OWN, List.of(Point.of(2023, 3410), Point.of(2024, 3366.4))),
 *                 new Trend.Line("Riket", Voice.REFERENCE, List.of(Point.of(2023, 3452), Point.of(2024, 3434.4)))));
 * Drawing wide = chart.render(Size.wide());
 * Drawing narrow = chart.render(Size.phone());
 * }
 *
 * <p>The page prints {@link Drawing#svg}, {@link Drawing#summary} and every sentence of {@link Drawing#notes}. The svg is
 * complete and safe markup: print it unescaped. The same data give the same bytes.
 */
public sealed interface Chart permits Trend, DotStrip, TileMap, Spark, Pair, WindingThread, Roadmap, Lap, Timeline {

    /** What the chart is called and says. */
    Caption caption();

    /** Draws the chart; never fails on data that its record accepted, however few or odd. */
    Drawing render(Size size);
}
