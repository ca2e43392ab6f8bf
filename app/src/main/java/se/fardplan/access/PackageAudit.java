package se.fardplan.access;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.fardplan.organisation.CountyLoaded;

/** Writes in the log that a county package was read, in the reading's own transaction. */
@Component
class PackageAudit {

    private final Access access;

    PackageAudit(Access access) {
        this.access = access;
    }

    @EventListener
    void on(CountyLoaded loaded) {
        String before = loaded.previousHash().isEmpty() ? "inget" : loaded.previousHash();
        access.record(
                CurrentUser.console(),
                "county.loaded",
                "county/" + loaded.county(),
                "version %s, innehåll %s → %s".formatted(loaded.version(), before, loaded.hash()));
    }
}
