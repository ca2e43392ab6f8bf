package se.fardplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is killed (offer). */
enum Victim {
    JVM,
    POSTGRESQL,
    BOTH;

    /** Kills by -9: at once, with nothing written or said. */
    void kill(Spawned spawned, Path data) {
        if (this != JVM) {
            killPostgres(data);
        }
        if (this != POSTGRESQL) {
            spawned.kill();
        }
    }

    /** The first line of the server's own file is the number of its process. */
    static void killPostgres(Path data) {
        try {
            String pid = Files.readAllLines(data.resolve("database/postmaster.pid"))
                    .getFirst()
                    .strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
