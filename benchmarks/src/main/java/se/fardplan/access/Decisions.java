package se.fardplan.access;

import java.util.List;
import java.util.UUID;

/** What the benchmarks measure in this room: one decision of the policy, and one comparison of a password. */
public final class Decisions {

    private static final CurrentUser USER = new CurrentUser(
            new UUID(1, 1),
            "Anna",
            "anna@example.org",
            List.of(
                    new CurrentUser.Grant(Role.UNIT_MANAGER, "2080", "2080-001"),
                    new CurrentUser.Grant(Role.UNIT_MANAGER, "2080", "2080-002"),
                    new CurrentUser.Grant(Role.LOCAL_LEAD, "2080"),
                    new CurrentUser.Grant(Role.HEAD, "2034")));
    private static final Act[] ACTS = Act.values();
    private static final List<String> PLACES = List.of("2080", "2034", "0020", "2039");

    private final Passwords passwords = new Passwords();
    private final String hash = passwords.hash("sju blå cyklar vid sjön");

    /** Decides on {@code count} acts of someone with four roles; how many were allowed. */
    public static int decide(int count) {
        int allowed = 0;
        for (int number = 0; number < count; number++) {
            if (Policy.allows(USER, ACTS[number % ACTS.length], PLACES.get(number % PLACES.size()), "2080-002")) {
                allowed++;
            }
        }
        return allowed;
    }

    /** Compares a password that is right, as a login does. */
    public boolean compare() {
        return passwords.matches("sju blå cyklar vid sjön", hash);
    }
}
