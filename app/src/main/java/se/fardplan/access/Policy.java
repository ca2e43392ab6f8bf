package se.fardplan.access;

import org.jspecify.annotations.Nullable;

/** The one policy: which role may do which act (behörighetsregler). Everything that is not said here is denied. */
final class Policy {

    private Policy() {}

    /** @param organisation the principal's code; null asks for the whole county */
    static boolean allows(CurrentUser user, Act act, @Nullable String organisation) {
        return act == Act.BE_LOGGED_IN
                || user.grants().stream()
                        .anyMatch(grant -> (grant.organisation() == null
                                        || grant.organisation().equals(organisation))
                                && allows(grant.role(), act));
    }

    /** True when some role of the user's allows {@code act} for something in the county. */
    static boolean allowsSomewhere(CurrentUser user, Act act) {
        return act == Act.BE_LOGGED_IN || user.grants().stream().anyMatch(grant -> allows(grant.role(), act));
    }

    private static boolean allows(Role role, Act act) {
        return switch (act) {
            case BE_LOGGED_IN -> true;
            case READ_DRAFTS -> role == Role.REGIONAL_LEAD || role == Role.HEAD || role == Role.LOCAL_LEAD;
            case WRITE_ANALYSIS, ENTER_VALUE -> role == Role.REGIONAL_LEAD || role == Role.LOCAL_LEAD;
            case FREEZE_REPORT, VERIFY_KEY_FIGURE, IMPORT_FIGURES -> role == Role.REGIONAL_LEAD;
            case MANAGE_USERS -> role == Role.SYSADMIN;
            case READ_AUDIT -> role == Role.SYSADMIN || role == Role.REGISTRAR;
        };
    }
}
