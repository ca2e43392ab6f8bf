package se.fardplan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import se.fardplan.Refusal;

/** A file that is there whole or not at all (ny fil): written beside, put on disk, then moved into place. */
final class NewFile {

    /** What a file is called until it is whole; an interrupted one is written over by the next of the same name. */
    static final String UNFINISHED = ".ofullständig";

    private NewFile() {}

    /** What fills the file (innehåll). */
    interface Content<T> {
        T write(OutputStream out) throws Exception;
    }

    /**
     * Readable by its owner alone.
     *
     * @throws Refusal {@code BCK-001} the file is there already, {@code BCK-010} the disk is full, {@code BCK-011} it cannot
     *     be written there
     */
    static <T> T write(Path file, Content<T> content) throws Exception {
        Path whole = file.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new Refusal("BCK-001", file.toString());
        }
        Path beside = whole.resolveSibling(whole.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw refusal(e, file);
        }
        try {
            T result = fill(file, beside, content);
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(whole.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return result;
        } catch (AtomicMoveNotSupportedException e) {
            throw refusal(e, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static <T> T fill(Path file, Path beside, Content<T> content) throws Exception {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            OutputStream out = new ToDisk(file, channel);
            T result = content.write(out);
            out.flush();
            try {
                channel.force(true);
            } catch (IOException e) {
                throw refusal(e, file);
            }
            return result;
        }
    }

    private static Refusal refusal(IOException e, Path file) {
        String said = String.valueOf(e.getMessage());
        boolean full = said.contains("No space left") || said.contains("Disk quota");
        Refusal refusal = new Refusal(full ? "BCK-010" : "BCK-011", file.toString());
        refusal.initCause(e);
        return refusal;
    }

    /** Says that it is this disk that is full, not the database's. */
    private static final class ToDisk extends BufferedOutputStream {

        private final Path file;

        ToDisk(Path file, FileChannel channel) {
            super(Channels.newOutputStream(channel), 1 << 18);
            this.file = file;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            try {
                super.write(bytes, from, length);
            } catch (IOException e) {
                throw refusal(e, file);
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            try {
                super.flush();
            } catch (IOException e) {
                throw refusal(e, file);
            }
        }
    }
}
