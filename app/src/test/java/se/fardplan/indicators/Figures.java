package se.fardplan.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.fardplan.indicators.KeyFigure.Desired;
import se.fardplan.indicators.KeyFigure.Level;
import se.fardplan.indicators.KeyFigure.Status;
import se.fardplan.indicators.KeyFigure.Unit;

/** Small made-up figures for tests: the county of Norrby with four municipalities. */
public final class Figures {

    public static final Area NORRBY = new Area("0090", "Norrby");
    public static final Area GROUP = new Area("G900", "Norrby läns kommuner (ovägt medel)");
    public static final Area NATION = new Area("0000", "Riket");
    public static final List<Area> MUNICIPALITIES = List.of(
            new Area("9001", "Alby"), new Area("9002", "Boda"), new Area("9003", "Ceda"), new Area("9004", "Dala"));
    public static final List<Area> REGIONS = IntStream.rangeClosed(81, 90)
            .mapToObj(number -> number == 90 ? NORRBY : new Area("00" + number, "Region " + number))
            .toList();
    public static final Areas AREAS = new Areas(NORRBY, GROUP, NATION, MUNICIPALITIES, REGIONS);

    private Figures() {}

    public static KeyFigure figure(Level level, Desired desired, int overlapYears, Integer... breaks) {
        return new KeyFigure(
                "KF99",
                99,
                "Väntan",
                "Väntan",
                "Väntan på besök, andel (%)",
                null,
                "U99999",
                "U99999",
                null,
                Unit.PERCENT,
                desired,
                level,
                Status.ACTIVE,
                overlapYears,
                List.of(breaks),
                List.of(),
                null,
                null,
                List.of());
    }

    static Terms yearly(Desired desired) {
        return new Terms(desired, 1, List.of());
    }

    /** Published values, one a year from {@code from}. */
    static Series series(Area area, int from, double... values) {
        List<Point> points = new ArrayList<>();
        for (double value : values) {
            points.add(point(from + points.size(), value, State.PUBLISHED));
        }
        return new Series(area, Sex.T, points, false);
    }

    static Point point(int year, double value, State state) {
        return new Point(year, BigDecimal.valueOf(value), state, false, Origin.KOLADA, null);
    }

    public static Observation seen(Area area, int year, double value) {
        return new Observation(
                "U99999",
                area.code(),
                year,
                Sex.T,
                BigDecimal.valueOf(value),
                State.PUBLISHED,
                false,
                Origin.KOLADA,
                null);
    }

    public static Observation without(Area area, int year, State state) {
        return new Observation("U99999", area.code(), year, Sex.T, null, state, false, Origin.KOLADA, null);
    }
}
