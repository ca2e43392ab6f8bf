package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Refusal;

class BackupFileTests {

    private static final char[] SECRET = "åtta små grodor".toCharArray();
    private static final byte[] ROWS = "1\tSätra\n2\tÖsterby\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static byte[] plain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out);
        String hash = writer.entry(BackupWriter.TABLES + "organisation.unit", ROWS);
        var table = new Manifest.Table("organisation.unit", "code, name", 40, hash);
        writer.finish(new Manifest(1, "0", "norrby", false, Instant.EPOCH, List.of(), List.of(table), List.of(), null));
        return out.toByteArray();
    }

    /** One round: the strength of the passphrase is not what is tried. */
    private static byte[] encrypted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EncryptedOutput encrypting = new EncryptedOutput(out, BackupKey.make(SECRET, 1));
        encrypting.write(plain());
        encrypting.finish();
        return out.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("norrby.backup"), content);
    }

    private String refusal(byte[] content) throws IOException {
        return refusal(content, SECRET);
    }

    private String refusal(byte[] content, char... secret) throws IOException {
        Path file = file(content);
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> BackupFile.open(file, () -> Optional.of(secret)).check());
        return refusal == null ? "none" : refusal.code();
    }

    @Test
    void areReadWhenWhole() throws IOException {
        assertThat(refusal(plain())).isEqualTo("none");
        assertThat(refusal(encrypted())).isEqualTo("none");
    }

    @Test
    void areOpenedByAnyZipProgram() throws IOException {
        try (ZipFile zip = new ZipFile(file(plain()).toFile())) {
            assertThat(zip.getInputStream(zip.getEntry("tables/organisation.unit")))
                    .hasBinaryContent(ROWS);
        }
    }

    @Test
    void areRefusedWhenCutAnywhere() throws IOException {
        for (byte[] whole : List.of(plain(), encrypted())) {
            Map<String, Integer> codes = new TreeMap<>();
            for (int length = 1; length < whole.length; length++) {
                codes.merge(refusal(Arrays.copyOf(whole, length)), 1, Integer::sum);
            }
            assertThat(codes).containsOnlyKeys("BCK-002");
        }
    }

    /** One bit of each byte. */
    @Test
    void areRefusedWhenAnyByteIsAnother() throws IOException {
        for (byte[] whole : List.of(plain(), encrypted())) {
            for (int at = 0; at < whole.length; at++) {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) (1 << at % 8);
                assertThat(refusal(altered)).as("byte " + at).isNotEqualTo("none");
            }
        }
    }

    @Test
    void saysThatTheContentIsAltered() throws IOException {
        for (byte[] whole : List.of(plain(), encrypted())) {
            whole[whole.length / 2] ^= 1;
            assertThat(refusal(whole)).isEqualTo("BCK-003");
        }
    }

    /** The seal can be made anew by anyone; the list of tables still tells. */
    @Test
    void areRefusedWhenATableIsAnotherThanListed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out);
        writer.entry(BackupWriter.TABLES + "organisation.unit", "1\tNorrby\n".getBytes(StandardCharsets.UTF_8));
        var table = new Manifest.Table("organisation.unit", "code, name", 1, "0".repeat(64));
        writer.finish(new Manifest(1, "0", "norrby", false, Instant.EPOCH, List.of(), List.of(table), List.of(), null));
        assertThat(refusal(out.toByteArray())).isEqualTo("BCK-003");
    }

    @Test
    void areRefusedWithAnotherPassphrase() throws IOException {
        assertThat(refusal(encrypted(), "nio små grodor".toCharArray())).isEqualTo("BCK-006");
        Path file = file(encrypted());
        assertThat(catchThrowableOfType(Refusal.class, () -> BackupFile.open(file, Optional::empty))
                        .code())
                .isEqualTo("BCK-007");
    }

    @Test
    void areRefusedWhenNewer() throws IOException {
        byte[] newer = encrypted();
        newer[BackupKey.MAGIC.length - 1] = '2';
        assertThat(refusal(newer)).isEqualTo("BCK-005");
    }

    @Test
    void areToldFromOtherFiles() throws IOException {
        assertThat(refusal("en dikt om våren\n".repeat(10).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("BCK-004");
        assertThat(refusal(new byte[0])).isEqualTo("BCK-004");
    }

    /** Chunks end inside it, and the last one is full. */
    @Test
    void mayBeLargerThanAChunk() throws IOException {
        for (int size : List.of(0, 1, EncryptedOutput.CHUNK, EncryptedOutput.CHUNK * 2 + 7)) {
            byte[] content = new byte[size];
            new java.util.Random(size).nextBytes(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BackupKey key = BackupKey.make(SECRET, 1);
            EncryptedOutput encrypting = new EncryptedOutput(out, key);
            encrypting.write(content);
            encrypting.finish();
            var in = new java.io.ByteArrayInputStream(out.toByteArray());
            in.skipNBytes(BackupKey.HEADER);
            assertThat(new EncryptedInput(in, key).readAllBytes()).isEqualTo(content);
        }
    }
}
