package se.fardplan.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of the operating system, run to their end (systemkommandon). */
final class Commands {

    private Commands() {}

    /** Runs {@code command} and returns once it has ended well; what it said is in the exception when it did not. */
    static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        clean(builder);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command.getFirst() + " ended with " + code + ": " + said.strip());
        }
    }

    /** Takes away what would steer PostgreSQL from outside, and stands where every account may stand. */
    static void clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile());
    }
}
