package se.fardplan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Encrypts in chunks of a megabyte (krypterad ström): a file may be of any size and each chunk is authenticated before it
 * is used. The last one bears a mark, so that a file cut between two chunks is known.
 */
final class EncryptedOutput extends OutputStream {

    static final int CHUNK = 1 << 20;
    static final int LAST = 1 << 31;

    private final OutputStream out;
    private final BackupKey key;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private long number;

    EncryptedOutput(OutputStream out, BackupKey key) throws IOException {
        this.out = out;
        this.key = key;
        out.write(key.header());
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == CHUNK) {
                send(0);
            }
            int taken = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    /** Writes the last chunk, which may be empty. */
    void finish() throws IOException {
        send(LAST);
        out.flush();
    }

    private void send(int mark) throws IOException {
        int lengthAndEnd = filled | mark;
        try {
            byte[] sealed =
                    key.cipher(Cipher.ENCRYPT_MODE, number++, lengthAndEnd).doFinal(chunk, 0, filled);
            out.write(ByteBuffer.allocate(4).putInt(lengthAndEnd).array());
            out.write(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
        filled = 0;
    }
}
