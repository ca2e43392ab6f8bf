package se.fardplan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real {@code ./fardplan}, started as a process of its own. */
final class Spawned implements AutoCloseable {

    static final Path HOME =
            Path.of(System.getProperty("fardplan.home")).toAbsolutePath().normalize();

    private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)");

    private final Process process;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final List<Thread> readers;

    private Spawned(Process process) {
        this.process = process;
        this.readers = List.of(read(process.getInputStream()), read(process.getErrorStream()));
    }

    /** Starts the command on what has been built; nothing is built or learnt on the way. */
    static Spawned start(String... arguments) {
        return startWith("", arguments);
    }

    static Spawned startWith(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("fardplan").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FARDPLAN_NO_BUILD", "1");
        builder.environment().put("FARDPLAN_NO_CACHE", "1");
        try {
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            return new Spawned(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    static Spawned run(String... arguments) {
        Spawned spawned = start(arguments);
        spawned.await();
        return spawned;
    }

    /** The exit code, once the command has ended. */
    int await() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new AssertionError("still running after five minutes: " + said);
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a server says it listens on, once it does. */
    String address() {
        try {
            return address.get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("no address: " + said, e);
        }
    }

    /** Every line on standard output and standard error. */
    List<String> said() {
        return List.copyOf(said);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the JVM as a power cut would; the script has become the JVM, so there is nothing else to kill. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Stops it as Ctrl-C or a service manager would. */
    int stop() {
        process.destroy();
        return await();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private Thread read(InputStream stream) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                    said.add(line);
                    Matcher found = ADDRESS.matcher(line);
                    if (found.find()) {
                        address.complete(found.group(1));
                    }
                    line = lines.readLine();
                }
            } catch (IOException e) {
                said.add(e.toString());
            }
            address.completeExceptionally(new IllegalStateException("ended"));
        });
    }
}
