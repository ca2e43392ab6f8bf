package se.fardplan.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells the other copies of the application that this one runs (livstecken). */
@Component
@ConditionalOnWebApplication
class Copies implements DisposableBean {

    static final Duration PAUSE = Duration.ofSeconds(30);
    /** A copy that has not told for so long does not run. */
    static final Duration SILENT = Duration.ofSeconds(100);

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final WatchStore store;
    private final UUID id = UUID.randomUUID();
    private final Instant started = Instant.now();
    private volatile boolean over;

    Copies(WatchStore store) {
        this.store = store;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            Thread.ofVirtual().name("copies").start(this::tellAndTell);
        }
    }

    private void tellAndTell() {
        try {
            while (!over) {
                tell();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            store.tell(id, started, Instant.now());
        } catch (DataAccessException away) {
            LOG.debug("The database is away", away);
        }
    }

    @Override
    public void destroy() {
        over = true;
        try {
            store.leave(id);
        } catch (DataAccessException away) {
            LOG.debug("The database is away", away);
        }
    }
}
