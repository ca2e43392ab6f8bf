package se.fardplan.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.zip.ZipException;
import javax.crypto.Cipher;

/**
 * Reads what {@link EncryptedOutput} wrote, after its header (dekrypterad ström).
 *
 * <p>{@link EOFException} says that the file is cut, {@link ZipException} that it is altered.
 */
final class EncryptedInput extends InputStream {

    private final InputStream in;
    private final BackupKey key;
    private byte[] chunk = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    EncryptedInput(InputStream in, BackupKey key) {
        this.in = in;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, taken);
        at += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** False at the end. */
    private boolean fill() throws IOException {
        while (at == chunk.length) {
            if (ended) {
                return false;
            }
            chunk = next();
            at = 0;
        }
        return true;
    }

    private byte[] next() throws IOException {
        int lengthAndEnd = ByteBuffer.wrap(exactly(4)).getInt();
        int length = lengthAndEnd & ~EncryptedOutput.LAST;
        if (length > EncryptedOutput.CHUNK) {
            throw new ZipException("a chunk cannot be of " + length + " bytes");
        }
        byte[] sealed = exactly(length + BackupKey.TAG);
        try {
            byte[] opened =
                    key.cipher(Cipher.DECRYPT_MODE, number++, lengthAndEnd).doFinal(sealed);
            ended = lengthAndEnd < 0;
            if (ended && in.read() >= 0) {
                throw new ZipException("something stands after the last chunk");
            }
            return opened;
        } catch (GeneralSecurityException e) {
            throw new ZipException("chunk " + number + " is not what was written: " + e.getMessage());
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
