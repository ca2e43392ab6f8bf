package se.fardplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;
import se.fardplan.database.Database;
import se.fardplan.database.Migrations;

/** Whether the tables are what this version needs (tabellernas läge). It costs some work, and is found out now and then. */
final class MigrationsCheck implements Check {

    private static final Duration TRUSTED = Duration.ofMinutes(10);

    private final Supplier<Database> database;
    private final Texts texts;
    private @Nullable Instant asked;
    private Migrations.Standing standing = new Migrations.Standing(0, 0, 0);

    MigrationsCheck(Supplier<Database> database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    @Override
    public List<Finding> look() {
        Migrations.Standing found = standing();
        if (found.later() > 0) {
            return List.of(finding(
                    State.WRONG, texts.of("watch.migrations.newer"), texts.of("watch.migrations.newer.advice")));
        }
        return List.of(
                found.pending() > 0
                        ? finding(
                                State.WRONG,
                                texts.of("watch.migrations.pending", found.pending()),
                                texts.of("watch.migrations.pending.advice"))
                        : finding(State.FINE, texts.of("watch.migrations.fine", found.taken()), ""));
    }

    private Finding finding(State state, String sentence, String advice) {
        return new Finding("migrations", state, texts.of("watch.migrations"), sentence, advice, null);
    }

    private synchronized Migrations.Standing standing() {
        if (asked == null || asked.plus(TRUSTED).isBefore(Instant.now())) {
            standing = database.get().migrations();
            asked = Instant.now();
        }
        return standing;
    }
}
