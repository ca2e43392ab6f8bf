package se.fardplan.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** Whether there is a backup, and how old it is (säkerhetskopians läge). */
final class BackupCheck implements Check {

    /** One a day, and time for a large one. */
    private static final Duration TOO_OLD = Duration.ofHours(26);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM 'kl.' HH.mm", Texts.SWEDISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final Optional<BackupSchedule> schedule;
    private final Supplier<String> county;
    private final Texts texts;
    private final Clock clock;

    BackupCheck(Optional<BackupSchedule> schedule, Supplier<String> county, Texts texts, Clock clock) {
        this.schedule = schedule;
        this.county = county;
        this.texts = texts;
        this.clock = clock.withZone(HouseTime.SWEDEN);
    }

    @Override
    public List<Finding> look() {
        return List.of(schedule.map(this::look)
                .orElseGet(() -> finding(
                        State.NOTICE, texts.of("watch.backup.off"), texts.of("watch.backup.off.advice"), null)));
    }

    private Finding look(BackupSchedule set) {
        String folder = set.folder().toString();
        TreeMap<LocalDateTime, ?> all;
        try {
            all = new BackupFolder(set.folder(), county.get()).list();
        } catch (IOException unreadable) {
            return finding(
                    State.WRONG,
                    texts.of("watch.backup.unreadable", folder),
                    texts.of("watch.backup.unreadable.advice"),
                    null);
        }
        if (all.isEmpty()) {
            return finding(State.NOTICE, texts.of("watch.backup.none", folder, TIME.format(set.at())), "", null);
        }
        LocalDateTime latest = all.lastKey();
        boolean old = latest.plus(TOO_OLD).isBefore(LocalDateTime.now(clock));
        return old
                ? finding(
                        State.WRONG,
                        texts.of("watch.backup.old", MOMENT.format(latest)),
                        texts.of("watch.backup.old.advice", folder),
                        latest.plusDays(1))
                : finding(State.FINE, texts.of("watch.backup.fresh", MOMENT.format(latest)), "", null);
    }

    private Finding finding(State state, String sentence, String advice, @Nullable LocalDateTime since) {
        return new Finding(
                "backup",
                state,
                texts.of("watch.backup"),
                sentence,
                advice,
                since == null ? null : since.atZone(HouseTime.SWEDEN).toInstant());
    }
}
