package se.fardplan;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every page that links lead to from the start page, looked at in two widths (genomgång).
 *
 * <p>Each page is fetched once; at 390 pixels the window is made narrower, as a reader's would be.
 */
final class Walk {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final String LOOK = resource("/se/fardplan/look.js");
    private static final String AXE = resource("/axe.min.js");

    /** Until the fonts have come, labels stand in one of another width. */
    private static final String FONTS = """
            async () => {
              document.body.getBoundingClientRect();
              await document.fonts.ready;
            }
            """;

    private static final String JUDGE = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
              return found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)));
            }
            """;

    /** How many pages of a kind are looked at; the others are only knocked at. */
    private static final int SAMPLES = 3;

    private static final Pattern ABOUT = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/huvudman/|/lanet/)\\d{4}|(?<=/versioner/)\\d+|(?<=[?&]ar=)\\d+");

    private static final Pattern FIGURE = Pattern.compile("/(?:[A-Z]{2}|[NU])\\d+");

    /** What was found, by kind: {@code sideways}, {@code small}, {@code wcag} and so on. */
    final Map<String, Set<String>> findings = new LinkedHashMap<>();

    final List<Chart> charts = new ArrayList<>();
    final Set<String> files = new LinkedHashSet<>();
    final Set<String> pages = new LinkedHashSet<>();

    /** A figure as the page shows it. */
    record Chart(String page, Map<String, Object> shown) {

        String id() {
            return (String) shown.get("id");
        }

        String text(String part) {
            return (String) shown.get(part);
        }

        @SuppressWarnings("unchecked")
        <T> List<T> list(String part) {
            return (List<T>) shown.get(part);
        }

        String named() {
            return page + " " + id();
        }
    }

    /**
     * Walks until no page is left; of pages that differ in what they are about alone, a few.
     *
     * @param window may be logged in
     * @param from where to begin
     * @param known pages not to follow links to
     */
    static Walk through(BrowserContext window, List<String> from, Set<String> known) {
        Walk walk = new Walk();
        Deque<String> left = new ArrayDeque<>(from);
        Set<String> seen = new LinkedHashSet<>(known);
        seen.addAll(from);
        Page page = window.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaint(message).forEach(complaints::add));
        page.onPageError(complaints::add);
        Map<String, Integer> alike = new HashMap<>();
        while (!left.isEmpty()) {
            String path = left.removeFirst();
            if (!from.contains(path) && alike.merge(kind(path), 1, Integer::sum) > SAMPLES) {
                walk.knock(page, path);
                continue;
            }
            complaints.clear();
            walk.visit(page, path).stream().filter(seen::add).forEach(left::addLast);
            complaints.forEach(complaint -> walk.found("complaints", path, complaint));
        }
        for (String file : walk.files) {
            if (alike.merge(FIGURE.matcher(kind(file)).replaceAll("/*"), 1, Integer::sum) <= SAMPLES) {
                walk.knock(page, file);
            }
        }
        page.close();
        return walk;
    }

    /** What a page is like: those of the same kind differ in what they are about alone. */
    private static String kind(String path) {
        return ABOUT.matcher(path).replaceAll("*");
    }

    /** Sees that there is a page, without looking at it. */
    private void knock(Page page, String path) {
        int status = page.request().get(path).status();
        if (status != 200) {
            found("dead", path, status + ", linked from a page");
        }
    }

    /** Looks at pages that say no, each with its status; links lead nowhere from there. */
    static Walk refused(BrowserContext window, Map<String, Integer> statuses) {
        Walk walk = new Walk();
        Page page = window.newPage();
        statuses.forEach((path, status) -> walk.visit(page, path, status));
        page.close();
        return walk;
    }

    /** Looks at a page that no address leads to, as it stands after someone has sent a form. */
    static Walk shown(Page page, String name) {
        Walk walk = new Walk();
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, 900);
            walk.look(page, name + " at " + width);
        }
        return walk;
    }

    private static Stream<String> complaint(ConsoleMessage message) {
        return Set.of("error", "warning").contains(message.type()) ? Stream.of(message.text()) : Stream.empty();
    }

    /** @return where the page's links lead */
    private List<String> visit(Page page, String path) {
        return visit(page, path, 200);
    }

    private List<String> visit(Page page, String path, int status) {
        page.setViewportSize(WIDE, 900);
        Response response = page.navigate(path);
        if (response.status() != status) {
            found("dead", path, response.status() + ", linked from a page");
            return List.of();
        }
        pages.add(path);
        Map<String, Object> seen = look(page, path + " at " + WIDE);
        List<String> onward = new ArrayList<>();
        for (Map<String, Object> link : Walk.<Map<String, Object>>list(seen, "links")) {
            String href = (String) link.get("href");
            if ((boolean) link.get("file") || isFile(href)) {
                files.add(href);
            } else {
                onward.add(href);
            }
        }
        Walk.<Map<String, Object>>list(seen, "charts").forEach(chart -> charts.add(new Chart(path, chart)));
        page.setViewportSize(NARROW, 844);
        look(page, path + " at " + NARROW);
        return onward;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> look(Page page, String where) {
        page.evaluate(FONTS);
        Map<String, Object> seen = (Map<String, Object>) page.evaluate(LOOK);
        for (String kind : List.of("sideways", "small", "low", "clipped", "machine", "outline", "labels", "anchors")) {
            Walk.<String>list(seen, kind).forEach(what -> found(kind, where, what));
        }
        page.evaluate(AXE);
        ((List<String>) page.evaluate(JUDGE)).forEach(what -> found("wcag", where, what));
        return seen;
    }

    private void found(String kind, String where, String what) {
        findings.computeIfAbsent(kind, name -> new LinkedHashSet<>()).add(where + ": " + what);
    }

    Set<String> of(String kind) {
        return findings.getOrDefault(kind, Set.of());
    }

    private static boolean isFile(String href) {
        String path = href.replaceFirst("\\?.*", "");
        return path.startsWith("/api/") || path.substring(path.lastIndexOf('/')).contains(".");
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Map<String, Object> seen, String part) {
        return (List<T>) seen.get(part);
    }

    private static String resource(String path) {
        try (InputStream file = Walk.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
