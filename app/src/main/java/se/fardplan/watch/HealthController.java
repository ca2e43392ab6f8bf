package se.fardplan.watch;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.fardplan.access.ForMachine;
import se.fardplan.access.Open;

/** What other machines ask (maskinernas frågor): the load balancer whether we live, the collector how we fare. */
@Controller
class HealthController {

    private final Probe probe;
    private final Metrics metrics;

    HealthController(Probe probe, Metrics metrics) {
        this.probe = probe;
        this.metrics = metrics;
    }

    @Open
    @GetMapping({"/actuator/health", "/actuator/health/readiness"})
    ResponseEntity<Map<String, String>> readiness() {
        return answer(probe.isReady());
    }

    @Open
    @GetMapping("/actuator/health/liveness")
    ResponseEntity<Map<String, String>> liveness() {
        return answer(probe.isLive());
    }

    @ForMachine("fardplan.metrics.token")
    @GetMapping("/actuator/prometheus")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8"))
                .body(metrics.scrape());
    }

    private static ResponseEntity<Map<String, String>> answer(boolean up) {
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", up ? "UP" : "DOWN"));
    }
}
