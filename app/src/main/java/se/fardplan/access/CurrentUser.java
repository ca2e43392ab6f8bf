package se.fardplan.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one who acts (användaren), with the roles held today.
 *
 * <p>A controller takes it as a parameter; a command on the command line uses {@link #console()}.
 */
public record CurrentUser(UUID id, String name, String email, List<Grant> grants) {

    private static final UUID EXTERNAL_LOGIN = new UUID(0, 2);

    public CurrentUser {
        grants = List.copyOf(grants);
    }

    /**
     * A role held today (behörighet).
     *
     * @param organisation the principal's code it is held for; null for the whole county
     * @param unit the code of the unit it is held for; null for the whole organisation
     */
    public record Grant(
            Role role,
            @Nullable String organisation,
            @Nullable String unit) {

        public Grant(Role role, @Nullable String organisation) {
            this(role, organisation, null);
        }
    }

    /** Someone who has not logged in (besökare): holds no role. */
    static CurrentUser visitor(String name) {
        return new CurrentUser(new UUID(0, 1), name, "", List.of());
    }

    /**
     * An external login (extern inloggning): gives and takes what the installation's settings say, and nothing else.
     *
     * @param name as it is called on the login page
     */
    static CurrentUser externalLogin(String name) {
        return new CurrentUser(
                EXTERNAL_LOGIN, name, "", List.of(new Grant(Role.SYSADMIN, null), new Grant(Role.COUNTY_ADMIN, null)));
    }

    boolean isExternalLogin() {
        return id.equals(EXTERNAL_LOGIN);
    }

    /** The one who sits at the machine's own command line: may do everything that a command offers. */
    public static CurrentUser console() {
        return new CurrentUser(
                new UUID(0, 0),
                "Kommandoraden",
                "",
                List.of(
                        new Grant(Role.SYSADMIN, null),
                        new Grant(Role.COUNTY_ADMIN, null),
                        new Grant(Role.REGIONAL_LEAD, null)));
    }
}
