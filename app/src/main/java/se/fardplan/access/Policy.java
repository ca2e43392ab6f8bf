package se.fardplan.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one policy: which role may do which act (behörighetsregler). Everything that is not said here is denied. */
final class Policy {

    private Policy() {}

    /** @param organisation the principal's code; null asks for the whole county */
    static boolean allows(CurrentUser user, Act act, @Nullable String organisation) {
        return allows(user, act, organisation, null);
    }

    /**
     * @param organisation the principal's code; null asks for the whole county
     * @param unit the unit's code; null asks for the whole organisation
     */
    static boolean allows(CurrentUser user, Act act, @Nullable String organisation, @Nullable String unit) {
        return act == Act.BE_LOGGED_IN
                || user.grants().stream().anyMatch(grant -> covers(grant, organisation, unit) && allows(grant, act));
    }

    /** Who may give and take a role: administrators within their own scope, and none of them one above their own. */
    static boolean mayGive(CurrentUser user, CurrentUser.Grant grant) {
        return switch (grant.role()) {
            case SYSADMIN -> allows(user, Act.MANAGE_USERS, null);
            case COUNTY_ADMIN ->
                allows(user, Act.MANAGE_USERS, null)
                        || user.grants().contains(new CurrentUser.Grant(Role.COUNTY_ADMIN, null));
            case ORGANISATION_ADMIN,
                    REGIONAL_LEAD,
                    DEVELOPMENT_LEAD,
                    COMMUNICATOR,
                    DEPARTMENT_HEAD,
                    LOCAL_LEAD,
                    UNIT_MANAGER,
                    HEAD,
                    POLITICIAN,
                    REGISTRAR -> allows(user, Act.MANAGE_PEOPLE, grant.organisation());
        };
    }

    private static boolean covers(CurrentUser.Grant grant, @Nullable String organisation, @Nullable String unit) {
        return grant.organisation() == null
                || grant.organisation().equals(organisation)
                        && (grant.unit() == null || grant.unit().equals(unit));
    }

    /** True when some role of the user's allows {@code act} for something in the county. */
    static boolean allowsSomewhere(CurrentUser user, Act act) {
        return act == Act.BE_LOGGED_IN || user.grants().stream().anyMatch(grant -> allows(grant, act));
    }

    /** What the grant allows, in its own scope. */
    static Set<Act> actsOf(CurrentUser.Grant grant) {
        return Arrays.stream(Act.values())
                .filter(act -> allows(grant, act))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    private static boolean allows(CurrentUser.Grant grant, Act act) {
        return allows(grant.role(), act) && (grant.organisation() != null || !act.isForOwnOrganisation());
    }

    private static boolean allows(Role role, Act act) {
        return switch (act) {
            case BE_LOGGED_IN -> true;
            case READ_DRAFTS ->
                switch (role) {
                    case REGIONAL_LEAD, DEVELOPMENT_LEAD, COMMUNICATOR, DEPARTMENT_HEAD, LOCAL_LEAD, HEAD -> true;
                    case SYSADMIN, COUNTY_ADMIN, ORGANISATION_ADMIN, UNIT_MANAGER, POLITICIAN, REGISTRAR -> false;
                };
            case READ_PEOPLE ->
                switch (role) {
                    case COUNTY_ADMIN,
                            ORGANISATION_ADMIN,
                            REGIONAL_LEAD,
                            DEVELOPMENT_LEAD,
                            DEPARTMENT_HEAD,
                            LOCAL_LEAD,
                            UNIT_MANAGER,
                            HEAD -> true;
                    case SYSADMIN, COMMUNICATOR, POLITICIAN, REGISTRAR -> false;
                };
            case MANAGE_PEOPLE, MANAGE_UNITS -> role == Role.COUNTY_ADMIN || role == Role.ORGANISATION_ADMIN;
            case REVIEW_GRANTS ->
                role == Role.COUNTY_ADMIN || role == Role.ORGANISATION_ADMIN || role == Role.UNIT_MANAGER;
            case RECEIVE_PLAN -> role == Role.UNIT_MANAGER;
            case ANSWER_ROUND -> role == Role.LOCAL_LEAD || role == Role.UNIT_MANAGER;
            case WRITE_PLAN -> role == Role.LOCAL_LEAD;
            case READ_PLAN_DRAFTS ->
                role == Role.LOCAL_LEAD
                        || role == Role.UNIT_MANAGER
                        || role == Role.HEAD
                        || role == Role.DEPARTMENT_HEAD;
            case AGREE_PLAN -> role == Role.HEAD || role == Role.DEPARTMENT_HEAD;
            case WRITE_COUNTY_PLAN -> role == Role.REGIONAL_LEAD || role == Role.DEVELOPMENT_LEAD;
            case WRITE_SOME_PLAN -> allows(role, Act.WRITE_PLAN) || allows(role, Act.WRITE_COUNTY_PLAN);
            case LEAD_ASSIGNMENT -> role == Role.REGIONAL_LEAD;
            case STEER_ASSIGNMENT -> role == Role.HEAD;
            case RECEIVE_FINAL_ACCOUNT -> role == Role.POLITICIAN;
            case SEE_OPERATIONS -> role == Role.SYSADMIN;
            case WRITE_ANALYSIS ->
                role == Role.REGIONAL_LEAD
                        || role == Role.DEVELOPMENT_LEAD
                        || role == Role.COMMUNICATOR
                        || role == Role.LOCAL_LEAD;
            case ENTER_VALUE -> role == Role.REGIONAL_LEAD || role == Role.DEVELOPMENT_LEAD || role == Role.LOCAL_LEAD;
            case RECORD_DECISION -> role == Role.REGIONAL_LEAD || role == Role.LOCAL_LEAD;
            case FREEZE_REPORT, VERIFY_KEY_FIGURE, IMPORT_FIGURES, LEAD_ROUND -> role == Role.REGIONAL_LEAD;
            case MANAGE_USERS -> role == Role.SYSADMIN;
            case READ_AUDIT -> role == Role.SYSADMIN || role == Role.REGISTRAR || role == Role.COUNTY_ADMIN;
        };
    }
}
