package se.fardplan.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session as one request has it (sessionen): what is changed here reaches the database when {@link SessionRows} saves it.
 *
 * <p>Its id is the secret that the browser holds.
 */
final class LiveSession implements Session {

    /** How long a session lives that nobody uses (vila). */
    static final Duration LONGEST_REST = Duration.ofMinutes(60);

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Object> attributes;
    private final Instant created;
    private @Nullable String storedAs;
    private Instant storedSeen;
    private String id;
    private Instant seen;
    private Duration longestRest = LONGEST_REST;
    private boolean changed;

    private LiveSession(
            String id, @Nullable String storedAs, Map<String, Object> attributes, Instant created, Instant seen) {
        this.id = id;
        this.storedAs = storedAs;
        this.attributes = new HashMap<>(attributes);
        this.created = created;
        this.storedSeen = seen;
        this.seen = seen;
    }

    static LiveSession begin(Instant now) {
        return new LiveSession(newSecret(), null, Map.of(), now, now);
    }

    static LiveSession stored(String id, Map<String, Object> attributes, Instant created, Instant seen) {
        return new LiveSession(id, id, attributes, created, seen);
    }

    /** False for what no session here was ever called. */
    static boolean isSecret(String id) {
        return id.length() == SECRET_LENGTH;
    }

    /** The id it was found by; null when it is new. */
    @Nullable
    String storedAs() {
        return storedAs;
    }

    /** The database has it as it is now; a request may save more than once. */
    void noteStored() {
        storedAs = id;
        storedSeen = seen;
        changed = false;
    }

    boolean isChanged() {
        return changed || !id.equals(storedAs);
    }

    /** How long since the database was last told that it is used. */
    Duration untold() {
        return Duration.between(storedSeen, seen);
    }

    Map<String, Object> attributes() {
        return Map.copyOf(attributes);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = newSecret();
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(name, value);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        changed |= attributes.remove(name) != null;
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        seen = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return seen;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        longestRest = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return longestRest;
    }

    @Override
    public boolean isExpired() {
        return seen.plus(longestRest).isBefore(Instant.now());
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
