package se.fardplan.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One row of the audit log (loggrad), bound to the row before it by its hash.
 *
 * @param seq from 1, without gaps
 * @param at to the microsecond, which is what the database keeps
 * @param act a stable word such as {@code report.frozen}
 * @param hash SHA-256 over every other component, hexadecimal
 */
record Entry(
        long seq,
        Instant at,
        UUID actor,
        String actorName,
        String act,
        String subject,
        String detail,
        String previousHash,
        String hash) {

    /** What the first row has before it. */
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    /** The row that follows one with {@code previousHash}. */
    static Entry after(
            String previousHash, long seq, Instant at, CurrentUser by, String act, String subject, String detail) {
        Entry bare = new Entry(seq, at, by.id(), by.name(), act, subject, detail, previousHash, "");
        return new Entry(seq, at, by.id(), by.name(), act, subject, detail, previousHash, bare.expectedHash(seq));
    }

    /** The hash this row would have as number {@code number}. */
    String expectedHash(long number) {
        StringBuilder canonical = new StringBuilder();
        for (String part : List.of(
                Long.toString(number),
                at.toString(),
                actor.toString(),
                actorName,
                act,
                subject,
                detail,
                previousHash)) {
            // The length goes first, so that text cannot move from one part to the next unnoticed.
            canonical.append(part.length()).append(':').append(part).append('\n');
        }
        return sha256(canonical.toString());
    }

    boolean isIntact() {
        return hash.equals(expectedHash(seq));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
