package se.fardplan.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of the machine's own, as a county's IT department would run one: the oldest of 15 or later. */
final class DebianPostgres implements AutoCloseable {

    private static final String PASSWORD = "administratorens";

    private final Path programs;
    private final Path files;
    private final int port;
    private final Map<String, String> environment;

    DebianPostgres(Path folder) throws IOException, InterruptedException {
        this(folder, Map.of());
    }

    /** @param environment what the server is started with besides, such as a clock of its own */
    DebianPostgres(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        this.environment = environment;
        programs = oldest();
        files = folder.resolve("postgresql");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Files.createDirectory(
                files, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (isRoot()) {
            for (Path above = folder; above != null && !above.equals(Path.of("/tmp")); above = above.getParent()) {
                var allowed = Files.getPosixFilePermissions(above);
                allowed.addAll(PosixFilePermissions.fromString("r-xr-xr-x"));
                Files.setPosixFilePermissions(above, allowed);
            }
            run("chown", "nobody", files.toString());
        }
        asServer(
                "initdb",
                "-D",
                files.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        asServer(
                "pg_ctl",
                "-D",
                files.toString(),
                "-w",
                "-l",
                files.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/fardplan";
    }

    /** What a database administrator does for Färdplan, as the manual says. */
    void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create role chef login password 'ägarens'");
            statement.execute("create role rum login password 'programmets'");
            statement.execute("create database fardplan owner chef encoding 'UTF8'");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", files.toString(), "-w", "-m", "fast", "stop");
    }

    private static Path oldest() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            int version = versions.map(
                            path -> Integer.parseInt(path.getFileName().toString()))
                    .filter(number -> number >= 15)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return Path.of("/usr/lib/postgresql/" + version + "/bin");
        }
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--clear-groups", "--"));
        }
        command.add("env");
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The output goes to a file: a server that is started keeps it open. */
    private static void run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("fardplan-said", "");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        String output = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (code != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }
}
