package se.fardplan.cli;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.DemoPart;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** Loads the county, and the examples of a new demo, after the migrations and before the first page (vid start). */
final class AtStart implements SmartLifecycle {

    private final Organisation organisation;
    private final CountyLoader loader;
    private final List<DemoPart> parts;
    private final TransactionTemplate transaction;
    private final @Nullable String county;
    private final @Nullable LocalDate asOf;
    private volatile boolean running;

    /** @param asOf the day the examples stand for; null for real data */
    AtStart(
            Organisation organisation,
            CountyLoader loader,
            List<DemoPart> parts,
            TransactionTemplate transaction,
            @Nullable String county,
            @Nullable LocalDate asOf) {
        this.organisation = organisation;
        this.loader = loader;
        this.parts = List.copyOf(parts);
        this.transaction = transaction;
        this.county = county;
        this.asOf = asOf;
    }

    /** One transaction: a demo whose making was interrupted is made again from the beginning. */
    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            boolean empty = organisation.findCounty().isEmpty();
            loader.ensureLoaded(county, asOf != null);
            if (empty && asOf != null) {
                parts.forEach(part -> part.fill(asOf));
            }
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
