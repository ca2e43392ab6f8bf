package se.fardplan.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Kolada that knows every figure it is asked for, and has one value for each area (spelad Kolada). */
final class KoladaPlayer implements AutoCloseable {

    private static final List<String> AREAS = List.of(
            "0000", "0020", "2021", "2023", "2026", "2029", "2031", "2034", "2039", "2061", "2062", "2080", "2081",
            "2082", "2083", "2084", "2085");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer;
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(new Answers()));

    private KoladaPlayer(CountDownLatch mayAnswer) {
        this.mayAnswer = mayAnswer;
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    static KoladaPlayer start() {
        return new KoladaPlayer(new CountDownLatch(0));
    }

    /** One that says nothing until {@link #answer}. */
    static KoladaPlayer silent() {
        return new KoladaPlayer(new CountDownLatch(1));
    }

    String address() {
        return server.baseUrl() + "/v3";
    }

    /** Waits until somebody has asked something. */
    void awaitQuestion() throws InterruptedException {
        if (!asked.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("nobody asked");
        }
    }

    void answer() {
        mayAnswer.countDown();
    }

    @Override
    public void close() {
        answer();
        server.stop();
    }

    private final class Answers implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "kolada";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            asked.countDown();
            try {
                mayAnswer.await(2, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            List<String> path = Arrays.asList(
                    event.getRequest().getUrl().replaceFirst("\\?.*", "").split("/"));
            List<String> rows = rows(path);
            return ResponseDefinitionBuilder.responseDefinition()
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"values\":[%s],\"count\":%d,\"next_url\":null,\"previous_url\":null}"
                            .formatted(String.join(",", rows), rows.size()))
                    .build();
        }

        private static List<String> rows(List<String> path) {
            return switch (path.get(2)) {
                case "municipality" ->
                    AREAS.stream()
                            .map(area -> "{\"id\":\"%s\",\"title\":\"Område %s\",\"type\":\"%s\"}"
                                    .formatted(area, area, area.startsWith("00") ? "L" : "K"))
                            .toList();
                case "municipality_groups" ->
                    ids(path.get(3))
                            .map(id -> "{\"id\":\"%s\",\"title\":\"Grupp\",\"members\":[{\"member_id\":\"2080\"}]}"
                                    .formatted(id))
                            .toList();
                case "kpi" ->
                    ids(path.get(3))
                            .map(id -> "{\"id\":\"%s\",\"title\":\"Mått %s\",\"municipality_type\":\"A\"}"
                                    .formatted(id, id))
                            .toList();
                default ->
                    ids(path.get(6))
                            .map(area -> """
                                    {"kpi":"%s","municipality":"%s","period":2024,"values":[
                                    {"gender":"T","count":1,"status":"","value":12.5,"isdeleted":false}]}""".formatted(path.get(4), area))
                            .toList();
            };
        }

        private static Stream<String> ids(String list) {
            return Arrays.stream(list.replace("%2C", ",").split(","));
        }
    }
}
