package se.fardplan.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The audit log's hashes kept outside the database (loggens vittne), a line a row: number, space, hash.
 *
 * <p>It finds what the database alone cannot: rows cut off at the end, or a chain written anew from some row on. A line is
 * added after commit, so the file may lack the last rows of a process that was killed, never hold one too many.
 */
@Component
class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final Pattern LINE = Pattern.compile("(\\d+) ([0-9a-f]{64})");

    private final @Nullable Path file;

    /** @param file where the lines go, normally {@code audit-chain.txt} in the data folder; empty for no witness */
    Witness(@Value("${fardplan.audit.witness:}") String file) {
        this.file = file.isBlank() ? null : Path.of(file);
    }

    void see(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            String line = "%d %s%n".formatted(entry.seq(), entry.hash());
            Files.writeString(
                    file, line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            // The change itself is committed and must not be reported as failed.
            LOG.error("Loggens vittne {} går inte att skriva: {}", file, problem.toString());
        }
    }

    Map<Long, String> read() throws IOException {
        Map<Long, String> hashes = new HashMap<>();
        if (file != null && Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Matcher matcher = LINE.matcher(line);
                // A line torn by a crash says nothing.
                if (matcher.matches()) {
                    hashes.put(Long.valueOf(matcher.group(1)), matcher.group(2));
                }
            }
        }
        return hashes;
    }
}
