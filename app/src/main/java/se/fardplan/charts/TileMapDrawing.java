package se.fardplan.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;
import se.fardplan.charts.TextWidths.Face;

/** Draws a {@link TileMap}: squares that grow in height until every name and value fits. */
final class TileMapDrawing {

    private static final double LARGEST = 104;
    private static final double LINE = 19;

    private final TileMap map;
    private final Canvas canvas;
    private final int columns;
    private final int rows;
    private final double gap;
    private final double side;
    private final double padding;
    private final int decimals;
    private final List<BigDecimal> limits;

    TileMapDrawing(TileMap map, Size size) {
        this.map = map;
        this.canvas = new Canvas(size.width());
        this.columns = map.tiles().stream().mapToInt(TileMap.Tile::column).max().orElse(1);
        this.rows = map.tiles().stream().mapToInt(TileMap.Tile::row).max().orElse(1);
        this.gap = size.narrow() ? 4 : 8;
        this.side = Math.min(LARGEST, (size.width() - (columns - 1) * gap) / columns);
        this.padding = side < 80 ? 5 : 8;
        this.decimals = fittingDecimals();
        this.limits =
                map.limits().stream().map(this::rounded).distinct().sorted().toList();
    }

    Drawing draw() {
        double height =
                map.tiles().stream().mapToDouble(this::wantedHeight).max().orElse(side);
        map.tiles().forEach(tile -> drawTile(tile, height));
        double bottom = rows * (height + gap) - gap;
        double end = drawKey(height, bottom);
        if (decimals < map.measure().decimals()) {
            canvas.note(Words.of("map.rounded"));
        }
        String summary =
                map.caption().summary() == null ? summary() : map.caption().summary();
        return canvas.close(map.caption(), summary, end);
    }

    /** As many decimals as the measure asks for, fewer where the squares are too small. */
    private int fittingDecimals() {
        int fitting = map.measure().decimals();
        while (fitting > 0) {
            int tried = fitting;
            boolean fits = map.tiles().stream()
                    .filter(t -> t.value() != null)
                    .allMatch(t -> Pen.STRONG.widthOf(Numbers.write(Objects.requireNonNull(t.value()), tried))
                            <= side - 2 * padding);
            if (fits) {
                return fitting;
            }
            fitting--;
        }
        return 0;
    }

    private BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Which class a value falls in, by what is printed, so that the square and the key never disagree. */
    private int classOf(double value) {
        return (int) limits.stream()
                .filter(limit -> rounded(value).compareTo(limit) >= 0)
                .count();
    }

    /** Fewer classes take every other shade, so that neighbours stay apart. */
    private String shade(int nth) {
        int count = limits.size() + 1;
        int[] shades = switch (count) {
            case 1 -> new int[] {1};
            case 2 -> new int[] {1, 3};
            case 3 -> new int[] {0, 2, 3};
            default -> new int[] {0, 1, 2, 3};
        };
        return Ink.SCALE[shades[nth]];
    }

    private List<String> nameLines(TileMap.Tile tile) {
        return Wrap.lines(tile.name(), Pen.PLAIN, side - 2 * padding);
    }

    /** The value, or the word for why there is none. */
    private List<String> footLines(TileMap.Tile tile) {
        String text =
                tile.value() == null ? Words.capital(Words.of(tile.mark())) : Numbers.write(tile.value(), decimals);
        return Wrap.lines(
                text.replace(Numbers.SPACE, " ").length() > 8 ? breakable(text) : text, Pen.STRONG, side - 2 * padding);
    }

    /** A number too long for its square may be split between thousands. */
    private String breakable(String text) {
        return Pen.STRONG.widthOf(text) > side - 2 * padding ? text.replace(Numbers.SPACE, " ") : text;
    }

    private double wantedHeight(TileMap.Tile tile) {
        int lines = nameLines(tile).size() + footLines(tile).size();
        double mark = tile.value() != null && tile.mark() != Mark.PLAIN ? 16 : 0;
        return Math.max(side, lines * LINE + 2 * padding + 4 + mark);
    }

    private void drawTile(TileMap.Tile tile, double height) {
        double x = (tile.column() - 1) * (side + gap);
        double y = (tile.row() - 1) * (height + gap);
        String ink = Ink.INK;
        if (tile.value() != null) {
            String fill = shade(classOf(tile.value()));
            ink = fill.equals(Ink.SILJAN) ? Ink.WHITE : Ink.INK;
            canvas.rect(x, y, side, height, 4, fill, "none", 0);
        } else {
            if (tile.mark() == Mark.SUPPRESSED) {
                Hatch.rect(canvas, x + 1, y + 1, side - 2, height - 2);
            }
            canvas.rect(x + 0.75, y + 0.75, side - 1.5, height - 1.5, 4, "none", Ink.HELP_LINE, 1.5);
        }
        Pen name = Pen.PLAIN.in(ink);
        double baseline = y + padding + 13;
        for (String line : nameLines(tile)) {
            write(line, x, baseline, name, tile);
            baseline += LINE;
        }
        List<String> foot = footLines(tile);
        baseline = y + height - padding - 4 - (foot.size() - 1) * LINE;
        if (tile.value() != null && tile.mark() != Mark.PLAIN) {
            Marks.draw(canvas, tile.mark(), x + padding + 7, baseline - 24, ink);
        }
        Pen value = new Pen(Face.SEMIBOLD, ink, side < 80 ? 16 : 18);
        Pen fitting = foot.stream().allMatch(line -> value.widthOf(line) <= side - 2 * padding) && tile.value() != null
                ? value
                : Pen.STRONG.in(ink);
        for (String line : foot) {
            write(line, x, baseline, fitting, tile);
            baseline += LINE;
        }
    }

    private void write(String line, double x, double baseline, Pen pen, TileMap.Tile tile) {
        Box box = canvas.text(line, x + padding, baseline, Anchor.START, pen);
        if (tile.mark() == Mark.SUPPRESSED) {
            canvas.plate(box);
        }
    }

    /** The classes, in the empty corner at the lower left where it is large enough, else below. */
    private double drawKey(double height, double bottom) {
        Map<String, String> classes = new LinkedHashMap<>();
        for (int i = 0; i <= limits.size(); i++) {
            classes.put(shade(i), className(i));
        }
        Map<Mark, String> marks = new EnumMap<>(Mark.class);
        map.tiles().stream()
                .map(TileMap.Tile::mark)
                .filter(m -> m != Mark.PLAIN)
                .forEach(m -> marks.put(m, Words.of(m)));
        double needed = (classes.size() + marks.size()) * 28.0;
        double widest = 36
                + java.util.stream.Stream.concat(classes.values().stream(), marks.values().stream())
                        .mapToDouble(Pen.PLAIN::widthOf)
                        .max()
                        .orElse(0);
        int across = (int) Math.ceil((widest + gap) / (side + gap));
        int down = (int) Math.ceil((needed + gap) / (height + gap));
        boolean corner = map.tiles().stream().noneMatch(t -> t.column() <= across && t.row() > rows - down)
                && widest <= canvas.width
                && down < rows;
        Key key = new Key();
        classes.forEach((fill, text) -> key.add(
                (c, x, y) ->
                        c.rect(x - 12, y - 11, 24, 22, 3, fill, Ink.HELP_LINE, fill.equals(Ink.SCALE[0]) ? 0.75 : 0),
                text));
        marks.forEach((mark, text) -> key.add((c, x, y) -> Marks.draw(c, mark, x, y, Ink.INK), text));
        if (corner) {
            key.draw(canvas, 0, bottom - needed + 4, widest, 28);
            return bottom;
        }
        return key.draw(canvas, 0, bottom + 12, canvas.width, 28);
    }

    private String className(int nth) {
        if (limits.isEmpty()) {
            return Words.of("map.all");
        }
        if (nth == 0) {
            return Words.of("map.under", write(limits.getFirst()));
        }
        if (nth == limits.size()) {
            return Words.of("map.over", write(limits.getLast()));
        }
        BigDecimal last = limits.get(nth).subtract(BigDecimal.ONE.movePointLeft(decimals));
        String from = write(limits.get(nth - 1));
        return last.compareTo(limits.get(nth - 1)) == 0 ? from : Words.of("map.between", from, write(last));
    }

    private String write(BigDecimal limit) {
        return new Measure(decimals, map.measure().suffix()).write(limit.doubleValue());
    }

    /** Every place by class, in the alphabet's order within each. */
    private String summary() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int i = 0; i <= limits.size(); i++) {
            groups.put(className(i), new ArrayList<>());
        }
        for (TileMap.Tile tile : map.tiles()) {
            String group = tile.value() == null ? Words.of(tile.mark()) : className(classOf(tile.value()));
            groups.computeIfAbsent(group, g -> new ArrayList<>())
                    .add(tile.name().replace("\u00ad", ""));
        }
        List<String> sentences = new ArrayList<>();
        groups.forEach((group, names) -> {
            if (!names.isEmpty()) {
                sentences.add(Words.of("map.class", Words.capital(group), Words.list(Words.alphabetical(names))));
            }
        });
        return sentences.isEmpty() ? Words.of("empty") : String.join(" ", sentences);
    }
}
