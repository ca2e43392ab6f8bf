package se.fardplan.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import se.fardplan.Refusal;

/**
 * The embedded PostgreSQL of one data folder, running (databasservern).
 *
 * <p>It is the child of a watchdog, a small shell script that reads its standard input: when this process dies, even by
 * kill -9, the input ends and the watchdog shuts PostgreSQL down cleanly; when PostgreSQL dies, the watchdog starts it
 * again.
 */
final class Postgres implements AutoCloseable {

    /** Arguments: the server and its options. Says {@code ended} each time the server ends without being asked to. */
    private static final String WATCHDOG = """
            keep() {
                stopping=
                trap 'stopping=1; kill -INT "$server" 2>/dev/null' TERM
                while [ -z "$stopping" ]; do
                    "$@" </dev/null >/dev/null &
                    server=$!
                    while kill -0 "$server" 2>/dev/null; do wait "$server"; done
                    [ -n "$stopping" ] || { echo ended; sleep 0.2; }
                done
            }
            trap '' INT HUP
            keep "$@" &
            keeper=$!
            while read -r _; do :; done
            kill -TERM "$keeper"
            wait "$keeper"
            """;

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process watchdog;
    private final int port;
    private final AtomicBoolean ended;

    private Postgres(Process watchdog, int port, AtomicBoolean ended) {
        this.watchdog = watchdog;
        this.port = port;
        this.ended = ended;
    }

    /** Starts the server on a folder whose lock we hold, makes its files at first, and waits until it answers. */
    static Postgres start(DataFolder data, Login administrator) throws IOException, InterruptedException {
        Account account = Account.choose();
        account.letPass(data.path());
        Binaries binaries = Binaries.in(data);
        Path files = data.resolve("database");
        if (!Files.exists(files)) {
            make(data, account, binaries, files, administrator);
        }
        stopOrphan(files);
        int port = freePort();
        Path log = data.resolve("postgresql.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of("setsid", "--wait"));
        command.addAll(account.running(watching(binaries, files, port)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        Commands.clean(builder);
        Process watchdog = builder.start();
        Postgres server = new Postgres(watchdog, port, new AtomicBoolean());
        Thread.ofVirtual().name("postgresql-watch").start(server::listen);
        try {
            server.awaitReady(administrator, data, log);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                watchdog.descendants().forEach(ProcessHandle::destroy);
                watchdog.destroy();
            }
        } catch (IOException e) {
            watchdog.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?ApplicationName=fardplan";
    }

    private static List<String> watching(Binaries binaries, Path files, int port) {
        return List.of(
                "sh",
                "-c",
                WATCHDOG,
                "fardplan-watchdog",
                binaries.program("postgres"),
                "-D",
                files.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=60",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "jit=off",
                "-c",
                "log_min_messages=fatal");
    }

    /** Made beside and moved into place, so that an interrupted first start begins again. */
    private static void make(DataFolder data, Account account, Binaries binaries, Path files, Login administrator)
            throws IOException, InterruptedException {
        Path beside = data.resolve("database.new");
        Binaries.delete(beside);
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.give(beside);
        Path password = data.resolve("password.new");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, administrator.password());
        account.give(password);
        Commands.run(account.running(List.of(
                binaries.program("initdb"),
                "-D",
                beside.toString(),
                "-U",
                administrator.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-messages=C")));
        Files.delete(password);
        Files.move(beside, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops a server that an earlier process left behind on these files; we hold the lock, so it is nobody's. */
    private static void stopOrphan(Path files) throws IOException, InterruptedException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (java.nio.file.NoSuchFileException e) {
            return;
        }
        Optional<ProcessHandle> orphan = lines.stream()
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(process -> isServerOf(files, process.pid()));
        if (orphan.isEmpty()) {
            return;
        }
        long pid = orphan.get().pid();
        // A fast shutdown first, an immediate one (recovery at next start) when clients or the disk hold it up.
        for (String signal : List.of("-INT", "-QUIT", "-KILL")) {
            if (!isServerOf(files, pid)) {
                return;
            }
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
            Instant until = Instant.now().plusSeconds(5);
            while (isServerOf(files, pid) && Instant.now().isBefore(until)) {
                Thread.sleep(20);
            }
        }
    }

    private static boolean isServerOf(Path files, long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return line.contains("postgres") && line.contains(files.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(watchdog.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.readLine() != null) {
                ended.set(true);
            }
        } catch (IOException e) {
            // The stream closes with the watchdog; nothing more will be said.
            ended.set(true);
        }
    }

    private void awaitReady(Login administrator, DataFolder data, Path log) throws InterruptedException {
        Instant start = Instant.now();
        while (true) {
            try (Connection connection = DriverManager.getConnection(
                    url(port, "postgres"), administrator.user(), administrator.password())) {
                return;
            } catch (SQLException e) {
                Duration waited = Duration.between(start, Instant.now());
                boolean wrongPassword = "28P01".equals(e.getSQLState());
                // A server killed with its memory still in use starts on a later try.
                boolean givenUp = ended.get() && waited.compareTo(RETRY) > 0;
                if (wrongPassword || givenUp || waited.compareTo(START) > 0 || diskIsFull(log)) {
                    throw refusal(e, data, log, wrongPassword);
                }
                Thread.sleep(20);
            }
        }
    }

    private static Refusal refusal(SQLException e, DataFolder data, Path log, boolean wrongPassword) {
        Refusal refusal;
        if (wrongPassword) {
            refusal = new Refusal("DB-005", data.path().toString());
        } else if (diskIsFull(log)) {
            refusal = new Refusal("DB-004", data.path().toString());
        } else {
            refusal = new Refusal("DB-006", log.toString());
        }
        refusal.initCause(e);
        return refusal;
    }

    private static boolean diskIsFull(Path log) {
        try {
            return Files.readString(log).contains("No space left on device");
        } catch (IOException e) {
            return false;
        }
    }
}
