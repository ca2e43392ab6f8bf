package se.fardplan.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;

/** How passwords are judged, hashed and compared (lösenord), by Spring Security's current default. */
@Component
class Passwords {

    static final int SHORTEST = 12;

    /** What the hashing takes; more would be cut off unseen. */
    static final int LONGEST_BYTES = 72;

    /** Swedish words and those of the county, which the thirty thousand most used in the world do not know. */
    private static final List<String> LISTS =
            List.of("/access/common-passwords.txt", "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt");

    private static final int FEWEST_DIFFERENT = 5;

    /** Neither {@code 0 O 1 l I}, which are mixed up when read from a screen. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GENERATED_LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    // Both made beside the start, since reading takes time, and a hash does on purpose.
    private final CompletableFuture<Set<String>> common = CompletableFuture.supplyAsync(Passwords::readCommon);
    private final CompletableFuture<String> nobodys = CompletableFuture.supplyAsync(() -> hash(generate()));

    /** Refuses a password that is too short, too long, common, or made of the account's own name. */
    void check(String password, String email, String name) {
        if (password.length() < SHORTEST) {
            throw new Refusal("ACC-010", Integer.toString(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new Refusal("ACC-011", Integer.toString(LONGEST_BYTES));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.chars().distinct().count() < FEWEST_DIFFERENT || isCommon(plain)) {
            throw new Refusal("ACC-012");
        }
        String mailbox = email.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
        String joined = name.toLowerCase(Locale.ROOT).replace(" ", "");
        if (plain.contains(mailbox) && mailbox.length() > 3
                || plain.replace(" ", "").contains(joined)) {
            throw new Refusal("ACC-013");
        }
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** True when {@code password} is the one behind {@code hash}; takes as long when there is no such account (null). */
    boolean matches(String password, @Nullable String hash) {
        boolean same = encoder.matches(password, hash == null ? nobodys.join() : hash);
        return same && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** A password that nobody has thought of, to be shown once. */
    String generate() {
        return random.ints(GENERATED_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    /** Digits and signs around a common word do not make it less common. */
    private boolean isCommon(String plain) {
        String word = plain.replaceAll("[^\\p{L}]+", "");
        Set<String> known = common.join();
        String half = word.substring(0, word.length() / 2);
        boolean twice = !half.isEmpty() && word.equals(half + half) && known.contains(half);
        return known.contains(plain) || known.contains(word) || twice;
    }

    private static Set<String> readCommon() {
        return LISTS.stream().flatMap(Passwords::lines).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> lines(String list) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream(list)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
