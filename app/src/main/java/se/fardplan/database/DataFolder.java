package se.fardplan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * The folder that holds everything of one installation (datamappen): lock, passwords, PostgreSQL and its files.
 *
 * <p>One process at a time holds its lock; the kernel lets go of it when the process dies, however it dies.
 */
final class DataFolder {

    private static final String LOGINS = "logins.properties";
    private static final String CONNECTION = "connection.properties";

    private final Path path;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    /** Makes the folder where there is none. */
    DataFolder(Path folder) {
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
                throw new Refusal("DB-003", absolute.toString());
            }
            boolean made = !Files.exists(absolute);
            Files.createDirectories(absolute);
            this.path = absolute.toRealPath();
            if (made) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw refusal(e, folder);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** True when this process got the lock, false when another holds it. */
    boolean tryLock() {
        try {
            if (channel == null) {
                channel = FileChannel.open(
                        resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
            lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw refusal(e, path);
        }
    }

    void unlock() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lock = null;
        channel = null;
    }

    /** The passwords of this folder, made at first and kept where only its owner may read them. */
    Logins logins() {
        Optional<Properties> kept = read(LOGINS);
        if (kept.isPresent()) {
            return new Logins(kept.get());
        }
        SecureRandom random = new SecureRandom();
        Properties made = new Properties();
        for (String role : new String[] {"administrator", "owner", "application"}) {
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            made.setProperty(role, HexFormat.of().formatHex(secret));
        }
        write(LOGINS, made);
        return new Logins(made);
    }

    /** The port of the server that runs on this folder, as it announced it; empty when none did. */
    Optional<Integer> announcedPort() {
        return read(CONNECTION).map(found -> Integer.parseInt(found.getProperty("port")));
    }

    /** The process that announced itself; empty when none did. */
    Optional<String> announcedProcess() {
        return read(CONNECTION).map(found -> found.getProperty("process"));
    }

    void announce(int port) {
        Properties connection = new Properties();
        connection.setProperty("port", Integer.toString(port));
        connection.setProperty("process", Long.toString(ProcessHandle.current().pid()));
        write(CONNECTION, connection);
    }

    void withdraw() {
        try {
            Files.deleteIfExists(resolve(CONNECTION));
        } catch (IOException e) {
            throw refusal(e, path);
        }
    }

    private Optional<Properties> read(String name) {
        Path file = resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.of(properties);
        } catch (IOException e) {
            throw refusal(e, path);
        }
    }

    /** Written beside and moved into place, so that a reader sees all of it or nothing. */
    private void write(String name, Properties properties) {
        Path beside = resolve(name + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                var text = new java.io.StringWriter();
                properties.store(text, null);
                var bytes = java.nio.ByteBuffer.wrap(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(beside, resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw refusal(e, path);
        }
    }

    /** What the operating system said, as a sentence for the user. */
    static Refusal refusal(IOException e, Path folder) {
        String said = String.valueOf(e.getMessage());
        Refusal refusal = said.contains("No space left") || said.contains("Disk quota")
                ? new Refusal("DB-004", folder.toString())
                : new Refusal("DB-003", folder.toString());
        refusal.initCause(e);
        return refusal;
    }

    /** The three logins of an embedded database. The application's role is no superuser and owns no table. */
    record Logins(Login administrator, Login owner, Login application) {

        Logins(Properties kept) {
            this(
                    new Login("administrator", kept.getProperty("administrator")),
                    new Login("fardplan_owner", kept.getProperty("owner")),
                    new Login("fardplan", kept.getProperty("application")));
        }
    }
}
