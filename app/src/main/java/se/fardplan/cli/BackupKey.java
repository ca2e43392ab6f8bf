package se.fardplan.cli;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What encrypts one backup (nyckel), and the 44 bytes at the file's beginning that it is made from again.
 *
 * <p>PBKDF2 with HMAC-SHA-256 makes a secret of the passphrase and a random salt, so each file has a key of its own; a
 * chunk's number is its nonce. The last 16 bytes tell a wrong passphrase from a damaged file.
 */
final class BackupKey {

    static final byte[] MAGIC = {'F', 'P', 'K', 'R', 'Y', 'P', 'T', '1'};
    static final int HEADER = 44;
    static final int TAG = 16;

    /** What OWASP recommends in 2025; a file says how many it was made with. */
    private static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int CHECK = 16;

    private final byte[] header;
    private final SecretKeySpec key;

    private BackupKey(byte[] header, SecretKeySpec key) {
        this.header = header;
        this.key = key;
    }

    /** A new key, for a file that will be written. */
    static BackupKey make(char[] passphrase) {
        return make(passphrase, ROUNDS);
    }

    static BackupKey make(char[] passphrase, int rounds) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] secret = secret(passphrase, salt, rounds);
        byte[] header = ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putInt(rounds)
                .put(salt)
                .put(check(secret))
                .array();
        return new BackupKey(header, encryption(secret));
    }

    /**
     * The key of a file that begins with {@code header}.
     *
     * @throws WrongPassphrase the passphrase is another, or the header is damaged
     */
    static BackupKey of(byte[] header, char[] passphrase) throws WrongPassphrase {
        ByteBuffer read = ByteBuffer.wrap(header).position(MAGIC.length);
        int rounds = read.getInt();
        byte[] salt = new byte[SALT];
        byte[] check = new byte[CHECK];
        read.get(salt).get(check);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new WrongPassphrase();
        }
        byte[] secret = secret(passphrase, salt, rounds);
        if (!MessageDigest.isEqual(check, check(secret))) {
            throw new WrongPassphrase();
        }
        return new BackupKey(header.clone(), encryption(secret));
    }

    /** The key does not fit the file. */
    static final class WrongPassphrase extends Exception {

        private static final long serialVersionUID = 1L;
    }

    byte[] header() {
        return header.clone();
    }

    /** For chunk {@code number}, whose four bytes of length and end mark are authenticated with it. */
    Cipher cipher(int mode, long number, int lengthAndEnd) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(ByteBuffer.allocate(4).putInt(lengthAndEnd).array());
        return cipher;
    }

    private static byte[] secret(char[] passphrase, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static SecretKeySpec encryption(byte[] secret) {
        return new SecretKeySpec(derived(secret, (byte) 1), "AES");
    }

    private static byte[] check(byte[] secret) {
        return Arrays.copyOf(derived(secret, (byte) 2), CHECK);
    }

    private static byte[] derived(byte[] secret, byte purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(new byte[] {purpose});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
