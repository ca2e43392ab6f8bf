package se.fardplan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.database.Database;

/** Writes one moment of a database as a zip file (skriver en säkerhetskopia): format, witness, tables, then the manifest. */
final class BackupWriter {

    static final String FORMAT = "format.txt";
    static final String WITNESS = "audit-chain.txt";
    static final String TABLES = "tables/";
    static final String MANIFEST = "manifest.json";

    private final Seal seal;
    private final ZipOutputStream zip;

    BackupWriter(OutputStream out) throws IOException {
        seal = new Seal(out);
        zip = new ZipOutputStream(seal);
        zip.setLevel(Deflater.BEST_SPEED);
        entry(FORMAT, Integer.toString(Manifest.FORMAT).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param witness the audit log's witness, whether it is there or not
     * @throws Refusal {@code BCK-009} nothing is there to back up
     */
    static Manifest write(Database database, Path witness, Instant now, OutputStream out)
            throws SQLException, IOException {
        // Before the snapshot: what the witness knows then stands in the snapshot too.
        byte[] witnessed = Files.exists(witness) ? wholeLines(Files.readAllBytes(witness)) : null;
        try (Catalogue snapshot = Catalogue.snapshot(database)) {
            if (snapshot.migrations().isEmpty()) {
                throw new Refusal("BCK-009");
            }
            BackupWriter writer = new BackupWriter(out);
            String witnessHash = witnessed == null ? null : writer.witness(witnessed);
            List<Manifest.Table> tables = new ArrayList<>();
            for (StoredTable table : snapshot.tables()) {
                tables.add(writer.table(snapshot, table));
            }
            List<Catalogue.Marking> marking = snapshot.marking();
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    Main.VERSION,
                    marking.isEmpty() ? null : marking.getFirst().county(),
                    !marking.isEmpty() && marking.getFirst().demo(),
                    now,
                    snapshot.migrations(),
                    tables,
                    snapshot.sequences(),
                    witnessHash);
            writer.finish(manifest);
            return manifest;
        }
    }

    /** @return its SHA-256 */
    private @Nullable String witness(byte[] lines) throws IOException {
        return entry(WITNESS, lines);
    }

    private Manifest.Table table(Catalogue snapshot, StoredTable table) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(TABLES + table.name()));
        Manifest.Table written = table.copy(snapshot.copying(), zip);
        zip.closeEntry();
        return written;
    }

    String entry(String name, byte[] content) throws IOException {
        MessageDigest digest = Seal.sha256();
        zip.putNextEntry(new ZipEntry(name));
        new DigestOutputStream(zip, digest).write(content);
        zip.closeEntry();
        return Seal.hex(digest);
    }

    /** The end: manifest, the zip's own list, and the seal as its comment. */
    void finish(Manifest manifest) throws IOException {
        entry(MANIFEST, manifest.json());
        zip.setComment("0".repeat(Seal.LENGTH));
        seal.hold();
        zip.finish();
        seal.set();
    }

    /** A line may be in the middle of being written. */
    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
