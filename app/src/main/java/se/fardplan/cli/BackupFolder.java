package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that a running server lays its backups in (mapp för säkerhetskopior), each named by county and time. Every
 * other file in it is left alone.
 */
record BackupFolder(Path path, String county) {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    Path fileOf(LocalDateTime at) {
        return path.resolve("fardplan-" + county + "-" + AT.format(at) + ".backup");
    }

    /** The whole ones, by when they were made, Swedish time. */
    TreeMap<LocalDateTime, Path> list() throws IOException {
        TreeMap<LocalDateTime, Path> found = new TreeMap<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                files.forEach(file -> timeOf(file, "").ifPresent(at -> found.put(at, file)));
            }
        }
        return found;
    }

    /** Deletes what is past, and what interrupted backups have left. */
    void clear(Retention retention) throws IOException {
        TreeMap<LocalDateTime, Path> all = list();
        for (LocalDateTime past : retention.past(all.keySet().stream().toList())) {
            Files.deleteIfExists(all.get(past));
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(
                            each -> timeOf(each, NewFile.UNFINISHED).isPresent())
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Optional<LocalDateTime> timeOf(Path file, String ending) {
        Matcher name = Pattern.compile("fardplan-" + Pattern.quote(county) + "-(\\d{8}-\\d{6})\\.backup" + ending)
                .matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(AT.parse(name.group(1), LocalDateTime::from)) : Optional.empty();
    }
}
