package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;

class ServerChecksTests {

    @TempDir
    Path folder;

    private Finding backup(String now) {
        BackupSchedule schedule = new BackupSchedule(folder, LocalTime.of(2, 30), Retention.of("7,4,12"), null);
        return new BackupCheck(
                        Optional.of(schedule),
                        () -> "dalarna",
                        Texts.standing(),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .look()
                .getFirst();
    }

    @Test
    void tellsHowOldTheLatestBackupIs() throws IOException {
        assertThat(backup("2026-11-22T12:00:00Z").sentence()).contains("Ingen finns än", "kl. 02.30");
        Files.createFile(folder.resolve("fardplan-dalarna-20261121-023000.backup"));
        Files.createFile(folder.resolve("fardplan-dalarna-20261122-023000.backup"));
        Finding fresh = backup("2026-11-23T01:00:00Z");
        assertThat(fresh.state()).isEqualTo(State.FINE);
        assertThat(fresh.sentence()).contains("22 november kl. 02.30");
        Finding old = backup("2026-11-23T12:00:00Z");
        assertThat(old.state()).isEqualTo(State.WRONG);
        assertThat(old.advice()).contains(folder.toString(), "./fardplan backup");
        assertThat(old.since()).isEqualTo("2026-11-23T01:30:00Z");
    }

    @Test
    void asksForAFolderWhereNoneIsSet() {
        Finding found = new BackupCheck(Optional.empty(), () -> "dalarna", Texts.standing(), Clock.systemUTC())
                .look()
                .getFirst();
        assertThat(found.state()).isEqualTo(State.NOTICE);
        assertThat(found.advice()).contains("fardplan.backup.folder");
    }

    @Test
    void tellsHowMuchRoomIsLeftOnEachDisk() {
        var found =
                new DiskCheck(Map.of("datamappen", folder, "mappen", folder.resolve("none")), Texts.standing()).look();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().sentence()).matches("Datamappen har (bara )?[0-9  ,]+ GB ledigt av [0-9  ,]+\\.");
    }

    @Test
    void tellsOfADiskThatIsNearlyFull() throws Exception {
        Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("small"), "8m");
        if (small.isEmpty()) {
            // Without the right to mount there is no disk that may be filled.
            return;
        }
        try (SmallDisk disk = small.orElseThrow()) {
            Finding found = new DiskCheck(Map.of("datamappen", disk.path()), Texts.standing())
                    .look()
                    .getFirst();
            assertThat(found.state()).isEqualTo(State.WRONG);
            assertThat(found.advice()).contains("Gör plats");
        }
    }
}
