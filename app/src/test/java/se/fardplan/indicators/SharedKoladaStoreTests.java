package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kolada's own files, where they lie beside the project: every value and state comes out as it stands in them. Read here a
 * second time by other means than the import's.
 */
class SharedKoladaStoreTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    Path folder;

    @Test
    @Proves("R139")
    void givesBackEveryValueAndStateOfTheFiles() {
        KoladaFixture store = new KoladaFixture();
        List<Path> files = files();
        ImportResult first = store.importFiles(files.toArray(Path[]::new));
        Map<String, List<String>> expected = expected(files);
        assertThat(first.figures())
                .extracting(ImportResult.Figure::indicator)
                .containsExactlyElementsOf(expected.keySet());
        expected.forEach((indicator, lines) ->
                assertThat(store.now(indicator)).as(indicator).containsExactlyInAnyOrderElementsOf(lines));
        ImportResult again = store.importFiles(files.toArray(Path[]::new));
        assertThat(again.vintage()).isNull();
        assertThat(again.notes().getFirst().key()).isEqualTo("import.nothing");
        assertThat(store.now("U01411"))
                .contains("2034 2018 T suppressed")
                .anyMatch(line -> line.startsWith("2081 2018 T ") && line.endsWith(" published"));
        assertThat(store.now("U20462")).contains("0020 2024 T 3366.4 published");
    }

    /** The files beside the project, or a few rows in their shapes where there are none. */
    private List<Path> files() {
        Optional<Path> kolada = Stream.of(
                        System.getProperty("fardplan.home", ".") + "/../shared",
                        System.getenv().getOrDefault("FARDPLAN_SHARED", "none"))
                .map(shared -> Path.of(shared, "data", "kolada"))
                .filter(Files::isDirectory)
                .findFirst();
        return kolada.map(SharedKoladaStoreTests::shared).orElseGet(this::small);
    }

    private static List<Path> shared(Path kolada) {
        try (Stream<Path> recorded = Files.list(kolada.resolve("recorded-v2"))) {
            List<Path> files = new ArrayList<>(List.of(
                    kolada.resolve("v3-municipality-2026-03-23.json"),
                    kolada.resolve("v3-kpi-2026-03-23.json"),
                    kolada.resolve("v3-2026-08-regions-skr-hos-values.json"),
                    kolada.resolve("v2-recorded-2019-dalarna-dorotea.json")));
            recorded.sorted(Comparator.naturalOrder()).forEach(files::add);
            return files;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> small() {
        return List.of(
                KoladaFixture.catalogue(folder.resolve("v3-kpi-2026-03-23.json"), "U20462|Fallskador|A"),
                KoladaFixture.values(folder.resolve("v3-2026-08-regions.json"), "U20462 0020 2024 T 3366.4"),
                KoladaFixture.values(
                        folder.resolve("v2-recorded-2019.json"),
                        "U01411 2081 2018 T 24",
                        "U01411 2034 2018 T - Privacy",
                        "U01411 2034 2018 K - Missing"));
    }

    private static Map<String, List<String>> expected(List<Path> files) {
        TreeMap<String, Map<String, String>> lines = new TreeMap<>();
        for (Path file : files) {
            for (JsonNode row : JSON.readTree(file).get("values")) {
                if (!row.has("kpi")) {
                    continue;
                }
                for (JsonNode one : row.get("values")) {
                    String cell = "%s %s %s"
                            .formatted(
                                    row.get("municipality").asString(),
                                    row.get("period").asString(),
                                    one.get("gender").asString());
                    lines.computeIfAbsent(row.get("kpi").asString(), id -> new TreeMap<>())
                            .put(cell, cell + " " + said(one));
                }
            }
        }
        return lines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> List.copyOf(entry.getValue().values()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String said(JsonNode one) {
        JsonNode value = one.get("value");
        BigDecimal number = value.isNull() ? null : value.decimalValue();
        String state = switch (one.get("status").asString()) {
            case "" -> number == null ? "not_published" : "published";
            case "Missing" -> number == null ? "missing" : "uncertain";
            case "Privacy" -> "suppressed";
            case "Not applicable" -> "not_applicable";
            default -> throw new IllegalStateException(one.toString());
        };
        return (number == null ? "" : number.toPlainString() + " ") + state;
    }
}
