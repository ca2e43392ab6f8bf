package se.fardplan.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Made-up values of one key figure for the demo (exempelvärden): the same on every machine, of a plausible size, and with
 * every state a real series may have.
 *
 * @param id Kolada's id
 * @param small areas of few inhabitants, where values are kept secret more often
 */
record FigureExamples(
        String id, KeyFigure figure, boolean successor, List<String> areas, List<String> small, String own) {

    /** @param yearly how much the whole country moves each year; areas scatter around it */
    private record Shape(double level, double spread, double yearly, double noise, int decimals, double women) {}

    private static final Map<KeyFigure.Unit, Shape> BY_UNIT = Map.of(
            KeyFigure.Unit.PERCENT, new Shape(62, 6, 0.4, 1.6, 0, 2),
            KeyFigure.Unit.INDEX, new Shape(76, 2.5, 0.2, 0.9, 1, 0.8),
            KeyFigure.Unit.MEAN, new Shape(0.74, 0.03, 0.004, 0.008, 2, 0.01),
            KeyFigure.Unit.PER_100_000, new Shape(900, 90, -12, 25, 1, -60),
            KeyFigure.Unit.PER_1_000, new Shape(600, 40, -6, 14, 1, -20),
            KeyFigure.Unit.KRONOR_PER_INHABITANT, new Shape(5400, 350, 180, 60, 0, 0),
            KeyFigure.Unit.UNCLEAR, new Shape(50, 5, 0, 2, 1, 0));

    private static final Map<String, Shape> BY_ID = Map.ofEntries(
            Map.entry("U23521", new Shape(84, 4, -0.3, 2.2, 0, 1)),
            Map.entry("U23482", new Shape(52, 7, -0.5, 2.8, 0, -2)),
            Map.entry("U79133", new Shape(640, 60, -14, 18, 1, -130)),
            Map.entry("N21701", new Shape(8.4, 1.1, -0.12, 0.2, 1, 2.6)),
            Map.entry("N79173", new Shape(80, 5, 0.9, 1.4, 1, -1)),
            Map.entry("N72802", new Shape(11200, 900, -210, 150, 0, 0)),
            Map.entry("U70447", new Shape(62, 4, 0.5, 2.1, 1, -1.5)),
            Map.entry("U79092", new Shape(16.5, 1, -0.05, 0.35, 1, -1.2)),
            Map.entry("U21426", new Shape(9.5, 2, -0.4, 0.7, 1, 1.2)),
            Map.entry("U79029", new Shape(610, 45, -4, 12, 1, -30)),
            Map.entry("U01405", new Shape(71, 3.5, -0.2, 1, 0, -4)),
            Map.entry("U20462", new Shape(3300, 260, -18, 50, 1, 900)),
            Map.entry("U01411", new Shape(18, 3, 0.35, 0.9, 0, -1)));

    /** The cells from {@code first} to {@code last}, both included, as they were known in {@code last} plus one. */
    List<KoladaRow.Cell> cells(int first, int last) {
        List<KoladaRow.Cell> cells = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            if (!surveyed(year, last)) {
                continue;
            }
            for (String area : areas) {
                addYear(cells, area, year, last);
            }
        }
        return cells;
    }

    /** The patient survey came every other year until 2024 and has a new scale since; rolling means lack one year. */
    private boolean surveyed(int year, int last) {
        if (figure.successorId() != null) {
            return successor ? year >= 2025 : year <= 2024 && (year % 2 == 1 || year == 2024);
        }
        return figure.overlapYears() < 4 || year != last - 4;
    }

    private void addYear(List<KoladaRow.Cell> cells, String area, int year, int last) {
        State total = state(area, year, last, Sex.T);
        cells.add(cell(area, year, last, Sex.T, total));
        if (!divided()) {
            return;
        }
        for (Sex sex : List.of(Sex.K, Sex.M)) {
            State part = state(area, year, last, sex);
            cells.add(cell(area, year, last, sex, total == State.PUBLISHED ? part : total));
        }
    }

    private boolean divided() {
        return figure.unit() != KeyFigure.Unit.KRONOR_PER_INHABITANT && !id.equals("N72802");
    }

    private State state(String area, int year, int last, Sex sex) {
        boolean few = small.contains(area);
        double luck = random(area, year, sex, "state").nextDouble();
        if (few && luck < (sex == Sex.T ? 0.06 : 0.16)) {
            return State.SUPPRESSED;
        }
        if (sex == Sex.T && few && luck > 0.97) {
            return State.MISSING;
        }
        if (sex == Sex.T && few && year == last && luck > 0.93) {
            return State.NOT_PUBLISHED;
        }
        return State.PUBLISHED;
    }

    private KoladaRow.Cell cell(String area, int year, int last, Sex sex, State state) {
        boolean doubtful = state == State.PUBLISHED
                && small.contains(area)
                && random(area, year, Sex.T, "doubt").nextDouble() > 0.985;
        State shown = doubtful ? State.UNCERTAIN : state;
        return new KoladaRow.Cell(
                id,
                area,
                year,
                sex,
                shown == State.PUBLISHED || shown == State.UNCERTAIN ? value(area, year, last, sex) : null,
                shown);
    }

    private BigDecimal value(String area, int year, int last, Sex sex) {
        Shape shape = shape();
        double place = random(area, 0, Sex.T, "place").nextGaussian() * shape.spread();
        double bend = random(area, 0, Sex.T, "bend").nextGaussian() * Math.abs(shape.yearly()) * 0.5;
        double slope = shape.yearly() * (area.equals(own) ? 1.8 : 1) + bend;
        double still = area.equals("0000") || area.startsWith("G") ? 0.25 : 1;
        double noise = random(area, year, Sex.T, "noise").nextGaussian() * shape.noise() * still;
        double gap = sex == Sex.T ? 0 : shape.women() * (sex == Sex.K ? 0.5 : -0.5);
        double raw = shape.level() + place * still + slope * (year - 2020) + noise + gap;
        return BigDecimal.valueOf(Math.clamp(raw, 0, most())).setScale(shape.decimals(), RoundingMode.HALF_UP);
    }

    private double most() {
        return switch (unit()) {
            case PERCENT, INDEX -> 99;
            case MEAN -> 1;
            default -> Double.MAX_VALUE;
        };
    }

    private Shape shape() {
        Shape known = BY_ID.get(id);
        return known != null ? known : BY_UNIT.getOrDefault(unit(), new Shape(50, 5, 0, 2, 1, 0));
    }

    private KeyFigure.Unit unit() {
        return successor ? KeyFigure.Unit.MEAN : figure.unit();
    }

    private SplittableRandom random(String area, int year, Sex sex, @Nullable String what) {
        long seed = 17;
        for (String part : List.of(id, area, String.valueOf(year), sex.name(), String.valueOf(what))) {
            seed = seed * 1_000_003 + part.hashCode();
        }
        return new SplittableRandom(seed);
    }
}
