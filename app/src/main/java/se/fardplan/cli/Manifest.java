package se.fardplan.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.database.Migrations;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds (innehållsförteckning), its last entry.
 *
 * @param product the version of Färdplan that wrote it
 * @param county null before the first county was loaded
 * @param witness the SHA-256 of the audit log's witness; null without one
 */
record Manifest(
        int format,
        String product,
        @Nullable String county,
        boolean demo,
        Instant createdAt,
        List<Migrations.Step> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        @Nullable String witness) {

    /** The form of the file itself. A newer one is refused, since it may hold what this version would leave out. */
    static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /**
     * A table's rows as COPY writes them.
     *
     * @param name with its schema, quoted where SQL needs it
     * @param columns as a list in SQL, in the order of the rows
     */
    record Table(String name, String columns, long rows, String sha256) {}

    /** A sequence and the last number it gave; null when it gave none. */
    record Sequence(String name, @Nullable Long last) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    byte[] json() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    static Manifest of(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
