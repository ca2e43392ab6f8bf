package se.fardplan.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import se.fardplan.Refusal;

/** How a role is written on the command line (roll i text): {@code regional-lead}, {@code local-lead:2080}. */
final class Roles {

    private Roles() {}

    /**
     * Reads {@code role} or {@code role:organisation}; whether there is such an organisation is not asked here.
     *
     * <p>Refusals: {@code ACC-020} no such role, {@code ACC-023} a role that needs an organisation, without one.
     */
    static CurrentUser.Grant parse(String text) {
        CurrentUser.Grant grant = read(text);
        if (grant.organisation() == null && grant.role().isForOneOrganisation()) {
            throw new Refusal("ACC-023", written(grant.role()));
        }
        return grant;
    }

    private static CurrentUser.Grant read(String text) {
        int colon = text.indexOf(':');
        String role = colon < 0 ? text : text.substring(0, colon);
        String organisation = colon < 0 ? null : text.substring(colon + 1).strip();
        return Arrays.stream(Role.values())
                .filter(candidate -> written(candidate).equalsIgnoreCase(role.strip()))
                .map(candidate -> new CurrentUser.Grant(candidate, organisation))
                .findFirst()
                .orElseThrow(() -> new Refusal("ACC-020", role, listed()));
    }

    static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String listed() {
        return Arrays.stream(Role.values()).map(Roles::written).collect(Collectors.joining(", "));
    }
}
