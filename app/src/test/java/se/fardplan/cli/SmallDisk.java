package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system of memory, where this machine allows one (liten disk). */
record SmallDisk(Path path) implements AutoCloseable {

    /** Empty without the right to mount. */
    static Optional<SmallDisk> mount(Path path, String size) throws IOException {
        Files.createDirectories(path);
        boolean mounted =
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=755", "tmpfs", path.toString());
        return mounted ? Optional.of(new SmallDisk(path)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        succeeds("umount", "-l", path.toString());
    }

    private static boolean succeeds(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.onExit().join().exitValue() == 0;
    }
}
