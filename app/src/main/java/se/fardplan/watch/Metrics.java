package se.fardplan.watch;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.fardplan.desk.Desk;
import se.fardplan.desk.OutboxState;

/**
 * The numbers of this copy (mätvärden), for a Prometheus to collect. They begin once the first visitors have been served, so
 * that they cost the start nothing.
 */
@Component
@ConditionalOnWebApplication
class Metrics implements DisposableBean {

    private final DataSource database;
    private final Desk desk;
    private final WatchStore store;
    private final AtomicReference<@Nullable PrometheusMeterRegistry> registry = new AtomicReference<>();
    private @Nullable JvmGcMetrics collections;

    Metrics(DataSource database, Desk desk, WatchStore store) {
        this.database = database;
        this.desk = desk;
        this.store = store;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        Thread.ofVirtual().name("metrics").start(this::begin);
    }

    String scrape() {
        return begin().scrape();
    }

    /** Nothing is counted before the numbers have begun. */
    void count(String method, String address, int status, Duration took) {
        PrometheusMeterRegistry begun = registry.get();
        if (begun != null) {
            Timer.builder("http.server.requests")
                    .description("Requests by address pattern")
                    .tag("method", method)
                    .tag("uri", address)
                    .tag("status", Integer.toString(status))
                    .register(begun)
                    .record(took);
        }
    }

    private synchronized PrometheusMeterRegistry begin() {
        PrometheusMeterRegistry begun = registry.get();
        if (begun == null) {
            begun = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            bind(begun);
            registry.set(begun);
        }
        return begun;
    }

    private void bind(PrometheusMeterRegistry begun) {
        new JvmMemoryMetrics().bindTo(begun);
        new JvmThreadMetrics().bindTo(begun);
        new ClassLoaderMetrics().bindTo(begun);
        new ProcessorMetrics().bindTo(begun);
        new UptimeMetrics().bindTo(begun);
        collections = new JvmGcMetrics();
        collections.bindTo(begun);
        if (database instanceof HikariDataSource pool) {
            pool("active", pool, HikariPoolMXBean::getActiveConnections, begun);
            pool("idle", pool, HikariPoolMXBean::getIdleConnections, begun);
            pool("pending", pool, HikariPoolMXBean::getThreadsAwaitingConnection, begun);
        }
        letters("waiting", OutboxState::waiting, begun);
        letters("troubled", OutboxState::troubled, begun);
        Gauge.builder("fardplan_findings", store, watch -> watch.since().size())
                .description("Things that the operations page says are wrong")
                .register(begun);
    }

    private static void pool(
            String which,
            HikariDataSource pool,
            ToDoubleFunction<HikariPoolMXBean> number,
            PrometheusMeterRegistry begun) {
        Gauge.builder("hikaricp.connections." + which, pool, each -> {
                    HikariPoolMXBean bean = each.getHikariPoolMXBean();
                    return bean == null ? 0 : number.applyAsDouble(bean);
                })
                .register(begun);
    }

    private void letters(String which, ToDoubleFunction<OutboxState> number, PrometheusMeterRegistry begun) {
        Gauge.builder("fardplan_letters_" + which, desk, each -> number.applyAsDouble(each.outbox()))
                .description("Letters in the outbox")
                .register(begun);
    }

    @Override
    public synchronized void destroy() {
        if (collections != null) {
            collections.close();
        }
    }
}
