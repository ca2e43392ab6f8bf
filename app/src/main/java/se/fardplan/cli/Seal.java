package se.fardplan.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last 64 characters of a backup: the SHA-256 of every byte before them (sigill). They are the zip file's comment, so
 * that any program can open the file.
 */
final class Seal extends FilterOutputStream {

    /** In bytes: a SHA-256 in hexadecimal digits. */
    static final int LENGTH = 64;

    private final MessageDigest digest = sha256();
    private @Nullable ByteArrayOutputStream held;

    Seal(OutputStream out) {
        super(out);
    }

    /** What a file shows (utfall): nobody can cut a whole file and leave its last 64 characters where they belong. */
    enum Verdict {
        WHOLE,
        CUT,
        ALTERED
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads everything. */
    static Verdict judge(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        int kept = in.readNBytes(buffer, 0, LENGTH);
        while (kept == LENGTH) {
            int more = in.readNBytes(buffer, LENGTH, buffer.length - LENGTH);
            digest.update(buffer, 0, more);
            System.arraycopy(buffer, more, buffer, 0, LENGTH);
            if (more < buffer.length - LENGTH) {
                String seal = new String(buffer, 0, LENGTH, StandardCharsets.ISO_8859_1);
                boolean looksLikeOne = seal.matches("[0-9a-f]{64}");
                return seal.equals(hex(digest)) ? Verdict.WHOLE : looksLikeOne ? Verdict.ALTERED : Verdict.CUT;
            }
        }
        return Verdict.CUT;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (held != null) {
            held.write(bytes, from, length);
        } else {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }
    }

    /** From here on the end is written, whose last {@link #LENGTH} bytes are a place for the seal. */
    void hold() {
        held = new ByteArrayOutputStream();
    }

    /** Writes what was held, with the seal in its place. */
    void set() throws IOException {
        byte[] end = held == null ? new byte[LENGTH] : held.toByteArray();
        held = null;
        write(end, 0, end.length - LENGTH);
        out.write(hex(digest).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
