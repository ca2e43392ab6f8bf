package se.fardplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;

/** Whether there is room left on the disks that this server writes to (diskarnas läge). */
final class DiskCheck implements Check {

    private static final long GIGABYTE = 1_000_000_000L;
    private static final long LEAST_BYTES = GIGABYTE;
    private static final double LEAST_PART = 0.05;

    private final Map<String, Path> folders;
    private final Texts texts;

    /** @param folders by what they are called; one that is not there is left out */
    DiskCheck(Map<String, Path> folders, Texts texts) {
        this.folders = new LinkedHashMap<>(folders);
        this.texts = texts;
    }

    @Override
    public List<Finding> look() {
        Map<FileStore, List<String>> disks = new LinkedHashMap<>();
        folders.forEach((name, folder) -> {
            if (Files.isDirectory(folder)) {
                disks.computeIfAbsent(disk(folder), none -> new ArrayList<>()).add(name);
            }
        });
        return disks.entrySet().stream()
                .map(disk -> judge(disk.getKey(), disk.getValue()))
                .toList();
    }

    private Finding judge(FileStore disk, List<String> names) {
        try {
            long free = disk.getUsableSpace();
            long all = disk.getTotalSpace();
            boolean full = free < LEAST_BYTES || free < all * LEAST_PART;
            String words = names.stream().collect(Collectors.joining(" · "));
            return new Finding(
                    "disk-" + names.getFirst(),
                    full ? State.WRONG : State.FINE,
                    texts.of("watch.disk"),
                    texts.of(
                            full ? "watch.disk.full" : "watch.disk.fine",
                            words.substring(0, 1).toUpperCase(Texts.SWEDISH) + words.substring(1),
                            gigabytes(free),
                            gigabytes(all)),
                    full ? texts.of("watch.disk.full.advice") : "",
                    null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Texts.SWEDISH, "%.1f", (double) bytes / GIGABYTE);
    }

    private static FileStore disk(Path folder) {
        try {
            return Files.getFileStore(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
