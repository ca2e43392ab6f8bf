package se.fardplan.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is for (räckvidd): the keys that open it, any one of them enough. {@link Access#keysOf} gives a user's own.
 *
 * <p>A store keeps the keys as {@code text[]} beside the row and asks {@code keys && :mine}, so that what may not be opened is
 * neither found nor counted.
 */
public record Scope(Set<String> keys) {

    private static final String ANYONE = "anyone";
    private static final String LOGGED_IN = "logged-in";
    private static final String EVERYWHERE = "*";

    public Scope {
        keys = Set.copyOf(keys);
    }

    /** Published: for everyone. */
    public static Scope anyone() {
        return new Scope(Set.of(ANYONE));
    }

    /** For everyone who has logged in. */
    public static Scope loggedIn() {
        return new Scope(Set.of(LOGGED_IN));
    }

    /** For those who may do {@code act} for {@code organisation}; null asks for the whole county. */
    public static Scope act(Act act, @Nullable String organisation) {
        Set<String> keys = new TreeSet<>(Set.of(actKey(act, null)));
        keys.add(actKey(act, organisation));
        return new Scope(keys);
    }

    /**
     * For those who hold {@code role} for just this: one unit, a whole organisation or the whole county.
     *
     * @param organisation null for a role held for the whole county
     * @param unit the unit's code; null for a role held for the whole organisation
     */
    public static Scope role(Role role, @Nullable String organisation, @Nullable String unit) {
        return new Scope(Set.of(roleKey(role, organisation, unit)));
    }

    /** For those who hold a key of this or of {@code other}. */
    public Scope or(Scope other) {
        Set<String> all = new TreeSet<>(keys);
        all.addAll(other.keys);
        return new Scope(all);
    }

    /** For one account alone. */
    public static Scope account(UUID account) {
        return new Scope(Set.of(accountKey(account)));
    }

    /** The keys {@code user} holds; null asks for an open visitor. */
    static Set<String> keysOf(@Nullable CurrentUser user) {
        Set<String> keys = new TreeSet<>(Set.of(ANYONE));
        if (user != null) {
            keys.add(LOGGED_IN);
            keys.add(accountKey(user.id()));
            for (CurrentUser.Grant grant : user.grants()) {
                keys.add(roleKey(grant.role(), grant.organisation(), grant.unit()));
                if (grant.unit() == null) {
                    Policy.actsOf(grant).forEach(act -> keys.add(actKey(act, grant.organisation())));
                }
            }
        }
        return keys;
    }

    private static String actKey(Act act, @Nullable String organisation) {
        return "act:" + act + ":" + (organisation == null ? EVERYWHERE : organisation);
    }

    private static String roleKey(Role role, @Nullable String organisation, @Nullable String unit) {
        return "role:" + role + ":" + (organisation == null ? EVERYWHERE : organisation) + ":"
                + (unit == null ? EVERYWHERE : unit);
    }

    private static String accountKey(UUID account) {
        return "account:" + account;
    }
}
