package se.fardplan.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.fardplan.PagesTest;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;

@PagesTest
@TestPropertySource(properties = {"fardplan.test=health", "fardplan.metrics.token=en lång hemlighet"})
class HealthPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    ApplicationAvailability availability;

    @Autowired
    Metrics metrics;

    @Autowired
    ApplicationContext spring;

    @Test
    void tellsAnyoneThatItLivesAndNothingMore() {
        for (String address :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            MvcTestResult answer = pages.get().uri(address).exchange();
            assertThat(answer).hasStatusOk().bodyJson().isStrictlyEqualTo("{\"status\":\"UP\"}");
            assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                    .isEqualTo("no-store");
            assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
        }
    }

    /** A load balancer sends visitors elsewhere; nobody starts the copy anew for what is not its fault. */
    @Test
    void isNotReadyButLivesWhileTheDatabaseIsAway() {
        JdbcClient away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nothing"));
        HealthController health = new HealthController(new Probe(availability, new WatchStore(away)), metrics);
        assertThat(health.readiness().getStatusCode().value()).isEqualTo(503);
        assertThat(health.readiness().getBody()).containsOnly(java.util.Map.entry("status", "DOWN"));
        assertThat(health.liveness().getStatusCode().value()).isEqualTo(200);
    }

    /** A database that stands still answers nobody; whoever asks how we are is answered all the same. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotReadyWhileTheDatabaseTakesCallsAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            JdbcClient still = JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/nothing?sslmode=disable"));
            Probe probe = new Probe(availability, new WatchStore(still));
            assertThat(probe.isReady()).isFalse();
            assertThat(probe.isReady()).isFalse();
            assertThat(probe.isLive()).isTrue();
        }
    }

    @Test
    void isNotReadyWhileItStops() {
        AvailabilityChangeEvent.publish(spring, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(pages.get().uri("/actuator/health/readiness")).hasStatus(503);
            assertThat(pages.get().uri("/actuator/health/liveness")).hasStatusOk();
        } finally {
            AvailabilityChangeEvent.publish(spring, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void givesItsNumbersToTheOneWithTheTokenAlone() {
        assertThat(pages.get().uri("/actuator/prometheus")).hasStatus(401);
        assertThat(scrape("Bearer en kort hemlighet")).hasStatus(401);
        assertThat(scrape("Bearer ")).hasStatus(401);
        assertThat(scrape("en lång hemlighet")).hasStatus(401);
        assertThat(pages.get().uri("/actuator/prometheus").with(Someone.as(Role.SYSADMIN)))
                .hasStatus(403);
        assertThat(scrape("Bearer en lång hemlighet"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "jvm_memory_used_bytes",
                        "hikaricp_connections_active",
                        "fardplan_letters_waiting",
                        "process_uptime_seconds");
    }

    private MvcTestResult scrape(String authorization) {
        return pages.get()
                .uri("/actuator/prometheus")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    /** An address may hold who someone is; its pattern does not. */
    @Test
    void countsRequestsByThePatternOfTheirAddress() {
        scrape("Bearer en lång hemlighet");
        pages.get()
                .uri("/personer/00000000-0000-4000-8000-00000000aaaa?sok=Anna")
                .with(Someone.as(Role.COUNTY_ADMIN))
                .exchange();
        pages.get().uri("/finns-inte/anna@example.se").exchange();
        assertThat(scrape("Bearer en lång hemlighet"))
                .bodyText()
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/personer/{id:[0-9a-f-]{36}}\"}")
                .doesNotContain("aaaa", "Anna", "anna@");
    }
}
