package se.fardplan.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link in a mail that lets its reader do one thing once (biljett).
 *
 * @param tokenHash SHA-256 of the link's secret, hexadecimal
 * @param email the address it was sent to
 * @param madeBy the name of the one who sent it
 * @param usedAt null until it is used
 */
record Ticket(
        String tokenHash,
        UUID person,
        Purpose purpose,
        String email,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a ticket is for, how long it holds and where its link leads. */
    enum Purpose {
        INVITATION(Duration.ofDays(14), "/valkommen/"),
        PASSWORD(Duration.ofHours(1), "/nytt-losenord/"),
        ADDRESS(Duration.ofHours(24), "/ny-adress/"),
        OWN(Duration.ofMinutes(30), "/eget-losenord/");

        private final Duration holds;
        private final String path;

        Purpose(Duration holds, String path) {
            this.holds = holds;
            this.path = path;
        }

        Duration holds() {
            return holds;
        }

        String path(String token) {
            return path + token;
        }
    }

    boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** A secret that fits in an address. */
    static String newToken() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
