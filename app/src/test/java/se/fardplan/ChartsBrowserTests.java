package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Every chart of the demo: what must stand beside it, its files, its labels. */
class ChartsBrowserTests {

    private static final Walk WALK = Demo.Opened.WALK;

    /** A chart that stands on several pages has the same files there. */
    private static final Map<String, byte[]> FETCHED = new HashMap<>();

    @Test
    void theDemoHasCharts() {
        assertThat(WALK.charts).isNotEmpty();
    }

    @Test
    void noLabelIsCutOrOverlapsAnother() {
        assertThat(WALK.of("labels")).isEmpty();
    }

    @Test
    void everyChartHasAPointASummaryATableASourceAndItsFiles() {
        List<String> lacking = new ArrayList<>();
        for (Walk.Chart chart : WALK.charts) {
            for (String part : List.of("title", "summary", "source")) {
                if (chart.text(part).isBlank()) {
                    lacking.add(chart.named() + " " + part);
                }
            }
            if (chart.list("rows").isEmpty() || chart.list("head").size() < 2) {
                lacking.add(chart.named() + " table");
            }
            if (!Boolean.TRUE.equals(chart.shown().get("named"))) {
                lacking.add(chart.named() + " name and description of the drawing");
            }
            for (String ending : List.of(".svg", ".csv", ".xlsx")) {
                if (file(chart, ending).isEmpty()) {
                    lacking.add(chart.named() + " " + ending);
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void theFilesHoldWhatTheTableShows() throws IOException {
        List<String> different = new ArrayList<>();
        try (BrowserContext window = Browser.window(Demo.DALARNA.address(), 1280, 900)) {
            for (Walk.Chart chart : WALK.charts) {
                List<List<String>> table = new ArrayList<>();
                table.add(chart.list("head"));
                table.addAll(chart.list("rows"));
                compare(chart, ".csv", table, csv(get(window, chart, ".csv")), different);
                compare(chart, ".xlsx", table, xlsx(get(window, chart, ".xlsx")), different);
                String svg = new String(get(window, chart, ".svg"), StandardCharsets.UTF_8);
                if (!svg.contains("<svg")) {
                    different.add(chart.named() + " .svg is no drawing");
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static void compare(
            Walk.Chart chart,
            String ending,
            List<List<String>> table,
            List<List<String>> file,
            List<String> different) {
        if (file.size() != table.size()) {
            different.add(chart.named() + ending + ": " + file.size() + " lines, the table has " + table.size());
            return;
        }
        for (int i = 0; i < table.size(); i++) {
            List<String> shown =
                    table.get(i).stream().map(ChartsBrowserTests::plain).toList();
            // The files say whose figures they are in a column after the table's own.
            List<String> kept = file.get(i).stream()
                    .limit(shown.size())
                    .map(ChartsBrowserTests::plain)
                    .toList();
            if (!kept.equals(shown)) {
                different.add(chart.named() + ending + ": " + kept + " is not " + shown);
            }
        }
    }

    /** Without hard spaces and with a decimal point: numbers compare as numbers are read. */
    private static String plain(String cell) {
        String close = cell.replace("\u00a0", "").strip();
        String number = close.replace(" ", "").replace(',', '.').replace('\u2212', '-');
        return number.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(number).stripTrailingZeros().toPlainString()
                : close;
    }

    private static Stream<String> paths(Walk.Chart chart, String ending) {
        return chart.<String>list("files").stream()
                .filter(path -> path.replaceFirst("\\?.*", "").endsWith(ending));
    }

    private static String file(Walk.Chart chart, String ending) {
        return paths(chart, ending).findFirst().orElse("");
    }

    private static byte[] get(BrowserContext window, Walk.Chart chart, String ending) {
        return FETCHED.computeIfAbsent(file(chart, ending), address -> {
            APIResponse response = window.request().get(address);
            assertThat(response.status()).as(address).isEqualTo(200);
            return response.body();
        });
    }

    private static List<List<String>> csv(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return text.lines().map(ChartsBrowserTests::cells).toList();
    }

    /** Between semicolons, those in quotation marks excepted. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .toList();
    }

    private static List<List<String>> xlsx(byte[] file) throws IOException {
        try (InputStream in = new ByteArrayInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}
