package se.fardplan.indicators;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.CountyLoader;

/** The whole way from Kolada's API to a value, through the face that the command line calls. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=api")
class ApiImportPagesTests {

    @Autowired
    private KoladaImport kolada;

    @Autowired
    private Indicators indicators;

    @Autowired
    private CountyLoader loader;

    @Test
    @Proves("R139")
    void importsFromTheApi() {
        loader.ensureLoaded("dalarna", false);
        WireMockServer api = new WireMockServer(options().dynamicPort());
        api.start();
        try {
            answer(api, "/v3/municipality", "{\"id\":\"2080\",\"title\":\"Falun\",\"type\":\"K\"}");
            answer(
                    api,
                    "/v3/kpi/U23521",
                    "{\"id\":\"U23521\",\"title\":\"Trygghet, andel (%)\",\"municipality_type\":\"K\"}");
            answer(
                    api,
                    "/v3/data/kpi/U23521/municipality/2080",
                    "{\"kpi\":\"U23521\",\"municipality\":\"2080\",\"period\":2024,\"values\":"
                            + "[{\"gender\":\"T\",\"count\":1,\"status\":\"\",\"value\":81.5,\"isdeleted\":false}]}");

            ImportResult result = kolada.run(
                    CurrentUser.console(),
                    new ImportRequest.Api(
                            URI.create(api.baseUrl() + "/v3"), List.of("U23521"), List.of("2080"), null, null),
                    note -> {});

            assertThat(result.problems()).isEmpty();
        } finally {
            api.stop();
        }
        Vintage vintage = indicators.findLatestVintage().orElseThrow();
        assertThat(indicators.listObservations("U23521", vintage))
                .singleElement()
                .satisfies(value -> assertThat(value.value()).isEqualByComparingTo("81.5"));
    }

    private static void answer(WireMockServer api, String path, String item) {
        api.stubFor(get(urlPathEqualTo(path))
                .willReturn(okJson("{\"values\":[" + item + "],\"count\":1,\"next_url\":null,\"previous_url\":null}")));
    }
}
