package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.indicators.KoladaRow.Cell;

class KoladaAnswerTests {

    @Test
    @Proves("R139")
    void readsTheRecordedSecondVersion() {
        assertThat(cells("""
                                {"count":1,"values":[{"kpi":"U20462","municipality":"0114","period":2014,"values":[
                                {"count":1,"gender":"K","status":"","value":4140.2},
                                {"count":1,"gender":"M","status":"","value":3094.4},
                                {"count":1,"gender":"T","status":"","value":3669.3}]}]}
                                """))
                .containsExactly(
                        published("U20462", "0114", 2014, Sex.K, "4140.2"),
                        published("U20462", "0114", 2014, Sex.M, "3094.4"),
                        published("U20462", "0114", 2014, Sex.T, "3669.3"));
    }

    @Test
    @Proves("R139")
    void readsTheThirdVersion() {
        assertThat(cells("""
                                {"values":[{"kpi":"N00945","municipality":"0180","period":2020,"values":[
                                {"gender":"T","count":1,"status":"","value":31.30,"isdeleted":false}]}],
                                "count":1,"next_url":null,"previous_url":null}
                                """)).containsExactly(published("N00945", "0180", 2020, Sex.T, "31.30"));
    }

    @ParameterizedTest
    @Proves("R139")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1.5|false|published|1.5",
                "''|0|false|published|0",
                "''|-4.25|false|published|-4.25",
                "''|11.32596685000|false|published|11.32596685000",
                "''|null|false|not_published|",
                "Missing|null|false|missing|",
                "Missing|10177.935943|false|uncertain|10177.935943",
                "Privacy|null|false|suppressed|",
                "Privacy|3|false|suppressed|",
                "Not applicable|null|false|not_applicable|",
                "''|null|true|removed|",
                "''|7|true|removed|",
                "Privacy|null|true|removed|",
            })
    void mapsEveryStatusToItsState(String status, String value, String deleted, String state, String kept) {
        for (String name : List.of("isdeleted", "is_deleted")) {
            Cell cell = cells(data("\"T\"", status, value, ",\"%s\":%s".formatted(name, deleted)))
                    .getFirst();
            assertThat(cell.state().word()).isEqualTo(state);
            assertThat(cell.value()).isEqualTo(kept == null ? null : new BigDecimal(kept));
        }
    }

    @Test
    @Proves("R139")
    void refusesAStatusWordNobodyKnows() {
        refused(() -> cells(data("\"T\"", "Confidential", "1", "")), "KOL-006", "fil.json", "1", "1", "Confidential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"F\"", "\"t\"", "null", "1", "\"\""})
    void refusesASexNobodyKnows(String gender) {
        refused(() -> cells(data(gender, "", "1", "")), "KOL-005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"3,4\"", "[]", "{}", "1e999999999", "\"NaN\"", "\"1e500\""})
    void refusesAValueThatIsNoNumber(String value) {
        refused(() -> cells(data("\"T\"", "", value, "")), "KOL-005");
    }

    @Test
    void givesIdsBackTheZerosThatANumberLost() {
        assertThat(
                        cells(
                                "{\"values\":[{\"kpi\":\"U1\",\"municipality\":20,\"period\":\"2020\",\"values\":"
                                        + "[{\"gender\":\"T\",\"value\":\"3366.40\",\"status\":null,\"count\":\"1\",\"isdeleted\":0}]}]}"))
                .containsExactly(published("U1", "0020", 2020, Sex.T, "3366.40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "\"Falun\"", "null", "\"\"", "-20"})
    void refusesAnAreaThatIsNoCode(String area) {
        refused(
                () -> read("{\"values\":[{\"kpi\":\"U1\",\"municipality\":%s,\"period\":2020,\"values\":[]}]}"
                        .formatted(area)),
                "KOL-005");
    }

    @Test
    void readsAKeyFigureWhoseTypesHaveDrifted() {
        List<KoladaRow> rows = read("""
                {"values":[
                 {"id":"N1","title":"A, andel (%) (- 2024)","description":"Källa: SCB.","is_divided_by_gender":0,
                  "municipality_type":"A","auspice":"T","operating_area":"Vård","perspective":null,
                  "prel_publication_date":"2026-03-31","publication_date":null,"publ_period":2025,"has_ou_data":"1"},
                 {"id":"N2","title":"B","description":null,"is_divided_by_gender":"true","municipality_type":"K",
                  "auspices":"E","publ_period":"2024","has_ou_data":false,"ou_publication_date":null}],"count":2}
                """);
        assertThat(rows)
                .containsExactly(
                        new KoladaRow.Indicator(
                                "N1",
                                "A, andel (%) (- 2024)",
                                "Källa: SCB.",
                                false,
                                "A",
                                "T",
                                "Vård",
                                null,
                                LocalDate.of(2026, 3, 31),
                                null,
                                "2025",
                                true),
                        new KoladaRow.Indicator("N2", "B", "", true, "K", "E", null, null, null, null, "2024", false));
        assertThat(KoladaRow.Indicator.retiredAfter("A, andel (%) (- 2024)")).isEqualTo(2024);
        assertThat(KoladaRow.Indicator.retiredAfter("A (-2024)")).isEqualTo(2024);
        assertThat(KoladaRow.Indicator.retiredAfter("Andel 2024 (%)")).isNull();
    }

    @Test
    void readsAreasAndGroupsInBothForms() {
        assertThat(read("{\"values\":[{\"id\":\"0000\",\"title\":\"Riket\",\"type\":\"L\"}]}"))
                .containsExactly(new KoladaRow.Municipality("0000", "Riket", "L"));
        assertThat(read("""
                                {"values":[{"id":"G1","title":"A","members":[{"member_id":"2021","member_title":"Vansbro"}]},
                                {"id":"G2","title":"B","members":[{"id":"2023","title":"Malung-Sälen"}]}]}
                                """))
                .containsExactly(
                        new KoladaRow.Group("G1", "A", List.of("2021")),
                        new KoladaRow.Group("G2", "B", List.of("2023")));
    }

    @Test
    void tellsTheEnvelopesOfBothVersionsApart() {
        String row = "{\"id\":\"0000\",\"title\":\"Riket\",\"type\":\"L\"}";
        assertThat(envelope("{\"count\":1,\"values\":[%s],\"next_page\":\"http://a/2\"}".formatted(row))
                        .next())
                .isEqualTo("http://a/2");
        assertThat(envelope("{\"values\":[%s],\"next_url\":\"/2\",\"previous_url\":\"/0\"}".formatted(row)))
                .isEqualTo(new KoladaAnswer.Envelope(KoladaRow.Kind.AREAS, 1, "/2", "/0"));
    }

    @Test
    void refusesACutFileWithItsPlace() {
        String whole = data("\"T\"", "", "12.5", "");
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(Refusal.class);
        }
        refused(() -> read("{\"values\":[\n{\"kpi\":\"U1\","), "KOL-002", "fil.json", "2", "13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|KOL-008",
                "[]|KOL-004",
                "{}|KOL-004",
                "\"text\"|KOL-004",
                "{\"values\":{}}|KOL-004",
                "{\"values\":[1]}|KOL-007",
                "{\"values\":[{\"a\":1}]}|KOL-007",
                "{\"values\":[{\"id\":\"V15E1\",\"title\":\"Skola\",\"municipality\":\"1440\"}]}|KOL-007",
                "{\"values\":[{\"ou\":\"V15E1\",\"kpi\":\"N1\",\"period\":2020,\"values\":[]}]}|KOL-007",
                "<html>|KOL-003",
                "{\"values\":[]} {}|KOL-003",
                "{\"values\":[{\"id\":\"0000\",\"title\":\"Riket\",\"type\":\"L\"}],\"count\":2}|KOL-009",
                "{\"values\":[{\"id\":\"0000\",\"title\":\"Riket\",\"type\":\"R\"}]}|KOL-005",
            })
    void refusesWhatIsNotKoladas(String text, String code) {
        refused(() -> read(text), code);
    }

    @Test
    void refusesAFileOfMixedKinds() {
        refused(
                () -> read(
                        "{\"values\":[{\"id\":\"0000\",\"title\":\"Riket\",\"type\":\"L\"},{\"id\":\"G1\",\"title\":\"A\",\"members\":[]}]}"),
                "KOL-007",
                "fil.json",
                "2",
                "1");
    }

    private static String data(String gender, String status, String value, String more) {
        return "{\"values\":[{\"kpi\":\"U20462\",\"municipality\":\"2080\",\"period\":2020,\"values\":[{\"gender\":%s,\"count\":1,\"status\":\"%s\",\"value\":%s%s}]}],\"count\":1}"
                .formatted(gender, status, value, more);
    }

    private static Cell published(String indicator, String area, int year, Sex sex, String value) {
        return new Cell(indicator, area, year, sex, new BigDecimal(value), State.PUBLISHED);
    }

    private static List<Cell> cells(String json) {
        return read(json).stream().map(Cell.class::cast).toList();
    }

    private static List<KoladaRow> read(String json) {
        List<KoladaRow> rows = new ArrayList<>();
        KoladaAnswer.read("fil.json", bytes(json), rows::add);
        return rows;
    }

    private static KoladaAnswer.Envelope envelope(String json) {
        return KoladaAnswer.read("fil.json", bytes(json), row -> {});
    }

    private static ByteArrayInputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ThrowingCallable reading, String code, String... arguments) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments().subList(0, arguments.length)).containsExactly((Object[]) arguments);
        });
    }
}
