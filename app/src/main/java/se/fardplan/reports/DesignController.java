package se.fardplan.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.charts.Gallery;
import se.fardplan.charts.Glyph;
import se.fardplan.charts.Size;

/** The look's own page: colours, type, patterns, status words and every chart form with made-up values. */
@Controller
class DesignController {

    private static final String WHITE = "#ffffff";
    private static final String PAPER = "#f6f4ee";

    /** In the order they are shown; the names are keys of the texts that say what each is for. */
    private static final List<Map.Entry<String, String>> COLOURS = List.of(
            Map.entry("ink", "#1b2630"),
            Map.entry("ink2", "#48545f"),
            Map.entry("siljan", "#134b6e"),
            Map.entry("siljan4", "#4a82a5"),
            Map.entry("siljan3", "#8fb4cb"),
            Map.entry("siljan2", "#c3d7e4"),
            Map.entry("siljan1", "#e6eef3"),
            Map.entry("better", "#1d6b45"),
            Map.entry("worse", "#8f450a"),
            Map.entry("field", "#7f868c"),
            Map.entry("rule", "#d9d5ca"),
            Map.entry("paper", PAPER));

    private static final List<Group> STATUSES = List.of(
            new Group(
                    "direction",
                    Glyph.IMPROVES,
                    Glyph.STEADY,
                    Glyph.WORSENS,
                    Glyph.RISES,
                    Glyph.FALLS,
                    Glyph.MIXED,
                    Glyph.UNKNOWN),
            new Group("position", Glyph.LOWER, Glyph.LEVEL, Glyph.HIGHER),
            new Group("goal", Glyph.GOAL_REACHED, Glyph.GOAL_AHEAD, Glyph.GOAL_NONE),
            new Group(
                    "activity",
                    Glyph.PLANNED,
                    Glyph.STARTED,
                    Glyph.INTRODUCED,
                    Glyph.LASTING,
                    Glyph.LATE,
                    Glyph.PAUSED,
                    Glyph.ENDED),
            new Group("answer", Glyph.SPLIT, Glyph.AGREED));

    /** Shapes of one kind. */
    private record Group(String key, List<Glyph> glyphs) {
        Group(String key, Glyph... glyphs) {
            this(key, List.of(glyphs));
        }
    }

    private final Texts texts;
    private final GalleryTables tables;

    DesignController(Texts texts, GalleryTables tables) {
        this.texts = texts;
        this.tables = tables;
    }

    @Open
    @GetMapping("/design")
    ModelAndView show() {
        return new ModelAndView(
                "reports/design",
                "page",
                new DesignPage(
                        COLOURS.stream().map(this::colour).toList(),
                        STATUSES.stream()
                                .flatMap(group -> group.glyphs().stream().map(glyph -> status(group.key(), glyph)))
                                .toList(),
                        figures(Size.wide())));
    }

    @Open
    @GetMapping("/design/diagram/{id}.{ending:svg|csv|xlsx}")
    ResponseEntity<byte[]> takeAway(@PathVariable String id, @PathVariable String ending) {
        return figures(Size.wide()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("gallery chart " + id))
                .takeAway(id, ending);
    }

    private List<Figure> figures(Size size) {
        return Gallery.charts().stream()
                .map(chart -> Figure.of(
                        chart,
                        size,
                        texts.of("design.chart.measure"),
                        tables.of(chart),
                        List.of(),
                        "/design/diagram/" + chart.caption().id()))
                .toList();
    }

    private DesignPage.Colour colour(Map.Entry<String, String> colour) {
        String key = "design.colour." + colour.getKey();
        return new DesignPage.Colour(
                texts.of(key),
                colour.getValue(),
                texts.of(key + ".use"),
                written(contrast(colour.getValue(), WHITE)),
                written(contrast(colour.getValue(), PAPER)));
    }

    private DesignPage.Status status(String group, Glyph glyph) {
        return new DesignPage.Status(group, glyph, texts.of("design.status." + glyph.name()));
    }

    private static String written(double ratio) {
        return String.format(Locale.forLanguageTag("sv"), "%.1f", ratio);
    }

    /** WCAG's contrast ratio of two colours, 1 to 21. */
    static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
