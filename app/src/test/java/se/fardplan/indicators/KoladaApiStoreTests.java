package se.fardplan.indicators;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.indicators.ImportResult.Note;

/** A Kolada that plays every quirk its users have met: an import is complete, or it fails loudly. */
class KoladaApiStoreTests {

    private static final List<String> MUNICIPALITIES = List.of("2021", "2034", "2080", "2081");
    private static final List<String> REGIONS = List.of("0020", "0024");

    private final WireMockServer kolada = new WireMockServer(options().dynamicPort());
    private final KoladaFixture store = new KoladaFixture();
    private final StillClockwork clockwork = new StillClockwork();

    @BeforeEach
    void startWithACatalogue() {
        kolada.start();
        kolada.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        List<String> areas = new ArrayList<>(List.of(area("0000", "Riket", "L")));
        REGIONS.forEach(code -> areas.add(area(code, "Region " + code, "L")));
        MUNICIPALITIES.forEach(code -> areas.add(area(code, "Kommun " + code, "K")));
        kolada.stubFor(get(urlPathEqualTo("/v3/municipality")).willReturn(okJson(envelope(areas))));
        kolada.stubFor(get(urlPathEqualTo("/v3/municipality_groups/G33627"))
                .willReturn(okJson(envelope(List.of(
                        "{\"id\":\"G33627\",\"title\":\"Kommunerna\",\"members\":[{\"member_id\":\"2080\"}]}")))));
    }

    @AfterEach
    void stop() {
        kolada.stop();
    }

    @Test
    @Proves("R139")
    void asksMunicipalFiguresOfMunicipalitiesAndRegionalOfEveryRegion() {
        kpis(figure("U1", "K"), figure("U2", "L"), figure("U3", "A"));
        data("U1", "2080,2034,G33627,0000", row("U1", "2080", 2024, "T", "5.50"));
        data("U2", "0020,0000,0024", row("U2", "0024", 2024, "T", "6"));
        data("U3", "2080,2034,0020,G33627,0000,0024", row("U3", "0020", 2024, "T", "7"));
        ImportResult result = importApi(List.of(), new ApiImport.Defaults(List.of("U1", "U2", "U3"), defaultAreas()));
        assertThat(result.problems()).isEmpty();
        assertThat(store.now("U1")).containsExactly("2080 2024 T 5.50 published");
        assertThat(store.now("U2")).containsExactly("0024 2024 T 6 published");
        assertThat(store.now("U3")).containsExactly("0020 2024 T 7 published");
        assertThat(result.notes()).contains(Note.of("import.no-values-for", "U1", "0000, 2034, G33627"));
    }

    @Test
    void asksForAtMost25AreasAtATime() {
        List<String> codes =
                IntStream.range(0, 40).mapToObj(n -> "1%03d".formatted(n)).toList();
        kolada.stubFor(get(urlPathEqualTo("/v3/municipality"))
                .willReturn(okJson(envelope(
                        codes.stream().map(code -> area(code, "K", "K")).toList()))));
        kpis(figure("U1", "K"));
        data("U1", String.join(",", codes.subList(0, 25)), row("U1", "1000", 2024, "T", "1"));
        data("U1", String.join(",", codes.subList(25, 40)), row("U1", "1039", 2024, "T", "2"));
        ImportResult result = importApi(List.of("U1"), new ApiImport.Defaults(List.of(), codes));
        assertThat(result.complete()).isTrue();
        assertThat(store.now("U1")).hasSize(2);
    }

    @Test
    void followsRelativeNextAddresses() {
        kpis(figure("U1", "K"));
        String path = "/v3/data/kpi/U1/municipality/2080";
        kolada.stubFor(get(urlEqualTo(path + "?per_page=5000"))
                .willReturn(okJson(envelope(
                        List.of(row("U1", "2080", 2023, "T", "1")), "\"" + path + "?per_page=5000&page=2\""))));
        kolada.stubFor(get(urlEqualTo(path + "?per_page=5000&page=2"))
                .willReturn(okJson(envelope(List.of(row("U1", "2080", 2024, "T", "2"))))));
        importApi(List.of("U1"), areas("2080"));
        assertThat(store.now("U1")).containsExactly("2080 2023 T 1 published", "2080 2024 T 2 published");
    }

    @Test
    void asksForThePageAfterAFullOneThatNamesNone() {
        kpis(figure("U1", "K"));
        List<String> full = IntStream.range(0, 5000)
                .mapToObj(n -> row("U1", MUNICIPALITIES.get(n % 4), 1950 + n % 60, "T", "1"))
                .toList();
        String path = "/v3/data/kpi/U1/municipality/2080,2034,2021,2081";
        kolada.stubFor(get(urlEqualTo(path + "?per_page=5000")).willReturn(okJson(envelope(full))));
        kolada.stubFor(get(urlEqualTo(path + "?per_page=5000&page=2"))
                .willReturn(okJson(envelope(List.of(row("U1", "2080", 2024, "T", "2"))))));
        importApi(List.of("U1"), areas("2080", "2034", "2021", "2081"));
        assertThat(store.now("U1")).contains("2080 2024 T 2 published");
    }

    @Test
    void refusesPagesInACircle() {
        kpis(figure("U1", "K"));
        String path = "/v3/data/kpi/U1/municipality/2080?per_page=5000";
        kolada.stubFor(get(urlEqualTo(path))
                .willReturn(okJson(envelope(List.of(row("U1", "2080", 2023, "T", "1")), "\"" + path + "\""))));
        failed(importApi(List.of("U1"), areas("2080")), "U1", "refusal.KOL-024");
    }

    @Test
    void refusesMorePagesThanThereCanBe() {
        kpis(figure("U1", "K"));
        for (int page = 1; page <= 41; page++) {
            kolada.stubFor(get(urlEqualTo(
                            "/v3/data/kpi/U1/municipality/2080?per_page=5000" + (page == 1 ? "" : "&page=" + page)))
                    .willReturn(okJson(envelope(
                            List.of(row("U1", "2080", 2023, "T", "1")),
                            "\"?per_page=5000&page=%d\"".formatted(page + 1)))));
        }
        failed(importApi(List.of("U1"), areas("2080")), "U1", "refusal.KOL-025");
    }

    @Test
    void waitsAsLongAsABusyKoladaAsks() {
        kpis(figure("U1", "K"));
        String path = "/v3/data/kpi/U1/municipality/2080";
        kolada.stubFor(get(urlPathEqualTo(path))
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
                .willSetStateTo("failing"));
        kolada.stubFor(get(urlPathEqualTo(path))
                .inScenario("busy")
                .whenScenarioStateIs("failing")
                .willReturn(aResponse().withStatus(504))
                .willSetStateTo("cut"));
        kolada.stubFor(get(urlPathEqualTo(path))
                .inScenario("busy")
                .whenScenarioStateIs("cut")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("well"));
        kolada.stubFor(get(urlPathEqualTo(path))
                .inScenario("busy")
                .whenScenarioStateIs("well")
                .willReturn(okJson(envelope(List.of(row("U1", "2080", 2023, "T", "1"))))));
        assertThat(importApi(List.of("U1"), areas("2080")).complete()).isTrue();
        assertThat(clockwork.pauses)
                .anySatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(11)));
    }

    @Test
    void keepsWhatCameWhenOneFigureFails() {
        kpis(figure("U1", "K"), figure("U2", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        kolada.stubFor(get(urlPathEqualTo("/v3/data/kpi/U2/municipality/2080"))
                .willReturn(aResponse().withStatus(503)));
        ImportResult result = importApi(List.of("U1", "U2"), areas("2080"));
        failed(result, "U2", "refusal.KOL-020");
        assertThat(store.now("U1")).containsExactly("2080 2024 T 5 published");
        assertThat(store.now("U2")).isEmpty();
    }

    @Test
    void stopsAskingAKoladaThatNoLongerAnswers() {
        kpis(figure("U1", "K"), figure("U2", "K"), figure("U3", "K"));
        kolada.stubFor(
                get(urlPathMatching("/v3/data/.*")).willReturn(aResponse().withStatus(500)));
        ImportResult result = importApi(List.of("U1", "U2", "U3"), areas("2080"));
        assertThat(result.problems()).contains(Note.of("import.not-asked", "U3"));
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void keepsNothingOfAFigureWhoseSecondHalfFails() {
        List<String> codes =
                IntStream.range(0, 26).mapToObj(n -> "1%03d".formatted(n)).toList();
        kolada.stubFor(get(urlPathEqualTo("/v3/municipality"))
                .willReturn(okJson(envelope(
                        codes.stream().map(code -> area(code, "K", "K")).toList()))));
        kpis(figure("U1", "K"));
        data("U1", String.join(",", codes.subList(0, 25)), row("U1", "1000", 2024, "T", "1"));
        kolada.stubFor(get(urlPathEqualTo("/v3/data/kpi/U1/municipality/1025"))
                .willReturn(aResponse().withStatus(422)));
        ImportResult result = importApi(List.of("U1"), new ApiImport.Defaults(List.of(), codes));
        failed(result, "U1", "refusal.KOL-022");
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void tellsAnUnknownIdFromOneWithoutValues() {
        kpis(figure("U1", "K"), figure("U2", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        data("U2", "2080");
        data("U9", "2080");
        ImportResult result = importApi(List.of("U1", "U2", "U9"), areas("2080"));
        assertThat(result.notes()).contains(Note.of("import.no-values", "U2"));
        assertThat(result.problems()).containsExactly(Note.of("import.unknown-indicator", "U9"));
    }

    @Test
    void saysWhatWasNotAskedAndWhy() {
        kpis(figure("U1", "K"), figure("U2", "L"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        ImportResult result = importApi(List.of("U1", "U2"), areas("2080", "9999"));
        assertThat(result.problems())
                .containsExactly(Note.of("import.unknown-area", "9999"), Note.of("import.not-measured-there", "U2"));
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"), row("U7", "2080", 2024, "T", "5"));
        failed(importApi(List.of("U1"), areas("2080")), "U1", "refusal.KOL-028");
        kolada.stubFor(get(urlPathMatching("/v3/kpi/.*")).willReturn(okJson(envelope(List.of(figure("N00001", "K"))))));
        refused(() -> importApi(List.of("U1"), areas("2080")), "KOL-028");
    }

    @Test
    void refusesAStatusWordNobodyKnows() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5").replace("\"status\":\"\"", "\"status\":\"Hidden\""));
        failed(importApi(List.of("U1"), areas("2080")), "U1", "refusal.KOL-006");
    }

    @Test
    void leavesWhatStandsWhenAnAnswerIsSuddenlyEmpty() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        importApi(List.of("U1"), areas("2080"));
        data("U1", "2080");
        failed(importApi(List.of("U1"), areas("2080")), "U1", "refusal.KOL-031");
        assertThat(store.now("U1")).containsExactly("2080 2024 T 5 published");
    }

    @Test
    void marksAsRemovedWhatIsGoneFromTheAreasAskedFor() {
        kpis(figure("U1", "K"));
        data("U1", "2080,2081", row("U1", "2080", 2024, "T", "5"), row("U1", "2081", 2023, "T", "6"));
        importApi(List.of("U1"), areas("2080", "2081"));
        data("U1", "2080", row("U1", "2080", 2023, "T", "4"));
        ImportResult result = importApi(List.of("U1"), areas("2080"));
        assertThat(result.figures()).containsExactly(new ImportResult.Figure("U1", 1, 0, 1, 0, 0));
        assertThat(store.now("U1"))
                .containsExactly("2080 2023 T 4 published", "2080 2024 T removed", "2081 2023 T 6 published");
        assertThat(importApi(List.of("U1"), areas("2080")).vintage()).isNull();
    }

    @Test
    void asksForChangesAloneAndRemovesOnlyWhatIsMarked() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2023, "T", "4"), row("U1", "2080", 2024, "T", "5"));
        importApi(List.of("U1"), areas("2080"));
        kolada.stubFor(get(urlEqualTo("/v3/data/kpi/U1/municipality/2080?per_page=5000&from_date=2026-01-01"))
                .atPriority(1)
                .willReturn(okJson(envelope(List.of(
                        row("U1", "2080", 2023, "T", "null").replace("\"isdeleted\":false", "\"is_deleted\":true"))))));
        ImportResult result = store.transaction.execute(status -> api().run(
                        "Provaren",
                        new ImportRequest.Api(base(), List.of("U1"), List.of("2080"), LocalDate.of(2026, 1, 1), null),
                        new ApiImport.Defaults(List.of(), List.of()),
                        note -> {}));
        assertThat(result.figures()).containsExactly(new ImportResult.Figure("U1", 0, 0, 1, 0, 0));
        assertThat(store.now("U1")).containsExactly("2080 2023 T removed", "2080 2024 T 5 published");
    }

    @Test
    void saysThatTheSecondVersionIsGone() {
        kolada.stubFor(get(urlPathMatching("/v2/.*")).willReturn(aResponse().withStatus(410)));
        refused(
                () -> store.transaction.execute(status -> api().run(
                                "Provaren",
                                new ImportRequest.Api(
                                        URI.create(kolada.baseUrl() + "/v2"), List.of("U1"), List.of(), null, null),
                                areas("2080"),
                                note -> {})),
                "KOL-021");
    }

    @Test
    void saysThatAnAddressIsNotKolada() {
        refused(
                () -> store.transaction.execute(status -> api().run(
                                "Provaren",
                                new ImportRequest.Api(
                                        URI.create(kolada.baseUrl() + "/x/"), List.of("U1"), List.of(), null, null),
                                areas("2080"),
                                note -> {})),
                "KOL-029");
        kolada.stubFor(get(urlPathEqualTo("/v3/municipality"))
                .willReturn(aResponse().withStatus(200).withBody("<html>Logga in</html>")));
        refused(() -> importApi(List.of("U1"), areas("2080")), "KOL-003");
        assertThat(store.vintages.list()).isEmpty();
    }

    @Test
    void marksAKeyFigureThatLeftTheCatalogueAsVanished() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        ApiImport.Defaults county = new ApiImport.Defaults(List.of("U1"), List.of("2080"));
        importApi(List.of(), county);
        kpis();
        data("U1", "2080,0000,0020,0024", row("U1", "2080", 2024, "T", "5"));
        ImportResult result = importApi(List.of(), county);
        assertThat(result.notes()).contains(Note.of("import.vanished", "U1"));
        assertThat(result.complete()).isTrue();
        assertThat(store.catalogue.find("U1").orElseThrow().vanished()).isTrue();
        assertThat(store.now("U1")).containsExactly("2080 2024 T 5 published");
    }

    @Test
    void keepsToFiveRequestsASecond() {
        kpis(figure("U1", "K"));
        data("U1", "2080", row("U1", "2080", 2024, "T", "5"));
        importApi(List.of("U1"), areas("2080"));
        assertThat(clockwork.pauses).hasSize(2).allMatch(pause -> pause.toMillis() <= 200);
    }

    /** Time stands still, save for the pauses that are asked for. */
    private static final class StillClockwork implements KoladaClient.Clockwork {

        private final List<Duration> pauses = new ArrayList<>();
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
            now += duration.toNanos();
        }
    }

    private ImportResult importApi(List<String> indicators, ApiImport.Defaults defaults) {
        ImportRequest.Api request = new ImportRequest.Api(
                base(), indicators, indicators.isEmpty() ? List.of() : defaults.areas(), null, null);
        return store.transaction.execute(status -> api().run("Provaren", request, defaults, note -> {}));
    }

    private ApiImport api() {
        var connections = store.connections;
        return new ApiImport(connections, new ImportStore(JdbcClient.create(connections)), store.importer, clockwork);
    }

    private URI base() {
        return URI.create(kolada.baseUrl() + "/v3");
    }

    private static ApiImport.Defaults areas(String... codes) {
        return new ApiImport.Defaults(List.of(), List.of(codes));
    }

    private static List<String> defaultAreas() {
        return List.of("2080", "2034", "0020", "G33627", "0000");
    }

    private void kpis(String... figures) {
        kolada.stubFor(get(urlPathMatching("/v3/kpi/.*")).willReturn(okJson(envelope(Arrays.asList(figures)))));
    }

    private void data(String indicator, String areas, String... rows) {
        kolada.stubFor(get(urlEqualTo("/v3/data/kpi/%s/municipality/%s?per_page=5000".formatted(indicator, areas)))
                .willReturn(okJson(envelope(Arrays.asList(rows)))));
    }

    private static String area(String code, String title, String type) {
        return "{\"id\":\"%s\",\"title\":\"%s\",\"type\":\"%s\"}".formatted(code, title, type);
    }

    private static String figure(String id, String kind) {
        return "{\"id\":\"%s\",\"title\":\"Titel %s\",\"description\":\"\",\"municipality_type\":\"%s\",\"is_divided_by_gender\":1}"
                .formatted(id, id, kind);
    }

    private static String row(String indicator, String area, int year, String sex, String value) {
        return "{\"kpi\":\"%s\",\"municipality\":\"%s\",\"period\":%d,\"values\":[{\"gender\":\"%s\",\"count\":1,\"status\":\"\",\"value\":%s,\"isdeleted\":false}]}"
                .formatted(indicator, area, year, sex, value);
    }

    private static String envelope(List<String> items) {
        return envelope(items, "null");
    }

    private static String envelope(List<String> items, String next) {
        return "{\"values\":[%s],\"count\":%d,\"next_url\":%s,\"previous_url\":null}"
                .formatted(items.stream().collect(Collectors.joining(",")), items.size(), next);
    }

    private static void failed(ImportResult result, String indicator, String key) {
        assertThat(result.complete()).isFalse();
        assertThat(result.problems()).contains(Note.of("import.failed", indicator));
        assertThat(result.problems()).extracting(Note::key).contains(key);
    }

    private static void refused(ThrowingCallable importing, String code) {
        assertThatThrownBy(importing)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
