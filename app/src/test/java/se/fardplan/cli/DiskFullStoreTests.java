package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that becomes full in the middle of an import, on a small file system of memory where this machine allows one. */
class DiskFullStoreTests {

    private static final int LEFT = 6 << 20;

    @TempDir
    Path folder;

    private record Answer(int code, String said) {}

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=260m,mode=755", "tmpfs", disk.toString())) {
            // Without the right to mount only the sentence can be tried.
            assertThat(Failure.sentence(new SQLException("could not extend file", "53100"), null))
                    .startsWith("Disken är full.");
            return;
        }
        try {
            String data = disk.resolve("data").toString();
            assertThat(run("user", "add", "--data", data, "anna@example.se").code)
                    .isZero();
            Path values = folder.resolve("values.json");
            Files.writeString(values, ImportKillProcessTests.values(7));
            Path ballast = disk.resolve("ballast");
            fill(ballast, disk);
            Answer refused = run("import", "kolada", "--data", data, "--from", values.toString());
            assertThat(refused.code).isEqualTo(1);
            assertThat(refused.said).contains("Disken är full").hasLineCount(1);
            Files.delete(ballast);
            assertThat(run("import", "kolada", "--data", data, "--from", values.toString()).code)
                    .isZero();
            assertThat(run("audit", "verify", "--data", data).code).isZero();
        } finally {
            succeeds("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path ballast, Path disk) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > LEFT) {
                out.write(block);
            }
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private static Answer run(String... arguments) {
        StringWriter said = new StringWriter();
        int code = Main.line().setErr(new PrintWriter(said)).execute(arguments);
        return new Answer(code, said.toString());
    }
}
