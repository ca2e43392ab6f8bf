package se.fardplan.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import tools.jackson.core.JacksonException;

/** A backup to be read (säkerhetskopia), encrypted or not. */
final class BackupFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int FAMILY = BackupKey.MAGIC.length - 1;

    private final Path path;
    private final @Nullable BackupKey key;

    private BackupFile(Path path, @Nullable BackupKey key) {
        this.path = path;
        this.key = key;
    }

    /** What is done with an entry's content (läsning). */
    interface Reading {
        void entry(String name, InputStream content) throws Exception;
    }

    /** A source of the passphrase, asked only for an encrypted file (lösenfras). */
    interface Asking {
        Optional<char[]> passphrase();
    }

    /**
     * @throws Refusal {@code BCK-004} no backup, {@code BCK-005} a newer one, {@code BCK-006} wrong passphrase, {@code
     *     BCK-007} none given, {@code BCK-016} unreadable
     */
    static BackupFile open(Path path, Asking asking) {
        byte[] header;
        try (InputStream in = Files.newInputStream(path)) {
            header = in.readNBytes(BackupKey.HEADER);
        } catch (IOException e) {
            throw because(e, "BCK-016", path);
        }
        if (header.length < BackupKey.HEADER) {
            throw new Refusal(startsLikeOurs(header) ? "BCK-002" : "BCK-004", path.toString());
        }
        if (startsAs(header, ZIP, ZIP.length)) {
            return new BackupFile(path, null);
        }
        if (!startsAs(header, BackupKey.MAGIC, FAMILY)) {
            throw new Refusal("BCK-004", path.toString());
        }
        if (header[FAMILY] != BackupKey.MAGIC[FAMILY]) {
            throw new Refusal("BCK-005", path.toString());
        }
        char[] passphrase = asking.passphrase().orElseThrow(() -> new Refusal("BCK-007", path.toString()));
        try {
            return new BackupFile(path, BackupKey.of(header, passphrase));
        } catch (BackupKey.WrongPassphrase e) {
            throw because(e, "BCK-006", path);
        }
    }

    /**
     * Reads everything and writes nothing.
     *
     * @throws Refusal {@code BCK-002} cut, {@code BCK-003} altered, {@code BCK-004} another zip file, {@code BCK-005} newer
     */
    Manifest check() {
        try {
            Seal.Verdict verdict;
            try (InputStream in = stream()) {
                verdict = Seal.judge(in);
            }
            return switch (verdict) {
                case CUT -> throw new Refusal("BCK-002", path.toString());
                case ALTERED -> throw new Refusal("BCK-003", path.toString());
                case WHOLE -> entries();
            };
        } catch (EOFException e) {
            throw because(e, "BCK-002", path);
        } catch (ZipException e) {
            throw because(e, "BCK-003", path);
        } catch (IOException e) {
            throw because(e, "BCK-016", path);
        }
    }

    /** Gives every table and the witness to {@code reading}, in the file's order. */
    void read(Reading reading) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(stream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reading.entry(entry.getName(), new KeptOpen(zip));
            }
        }
    }

    private InputStream stream() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        if (key == null) {
            return in;
        }
        in.skipNBytes(BackupKey.HEADER);
        return new EncryptedInput(in, key);
    }

    private Manifest entries() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(stream())) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(BackupWriter.FORMAT)) {
                throw new Refusal("BCK-004", path.toString());
            }
            String format = new String(zip.readAllBytes(), StandardCharsets.US_ASCII);
            if (!format.equals(Integer.toString(Manifest.FORMAT))) {
                throw new Refusal("BCK-005", path.toString());
            }
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BackupWriter.MANIFEST)) {
                    return compared(Manifest.of(zip.readAllBytes()), hashes);
                }
                MessageDigest digest = Seal.sha256();
                new DigestInputStream(zip, digest).transferTo(java.io.OutputStream.nullOutputStream());
                hashes.put(entry.getName(), Seal.hex(digest));
            }
        } catch (JacksonException e) {
            throw because(e, "BCK-003", path);
        }
        throw new Refusal("BCK-003", path.toString());
    }

    private Manifest compared(Manifest manifest, Map<String, String> hashes) {
        Map<String, String> expected = new HashMap<>();
        manifest.tables().forEach(table -> expected.put(BackupWriter.TABLES + table.name(), table.sha256()));
        if (manifest.witness() != null) {
            expected.put(BackupWriter.WITNESS, manifest.witness());
        }
        if (!expected.equals(hashes)) {
            throw new Refusal("BCK-003", path.toString());
        }
        return manifest;
    }

    /** As far as it goes: a file may be cut within its first bytes. */
    private static boolean startsLikeOurs(byte[] header) {
        return header.length > 0 && (startsAs(header, BackupKey.MAGIC, FAMILY) || startsAs(header, ZIP, ZIP.length));
    }

    private static boolean startsAs(byte[] header, byte[] wanted, int most) {
        int length = Math.min(header.length, most);
        return Arrays.equals(header, 0, length, wanted, 0, length);
    }

    private static Refusal because(Exception e, String code, Path path) {
        Refusal refusal = new Refusal(code, path.toString());
        refusal.initCause(e);
        return refusal;
    }

    /** COPY closes what it has read; the next entry stands in the same stream. */
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
