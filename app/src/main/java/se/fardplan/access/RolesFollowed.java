package se.fardplan.access;

import java.util.List;

/**
 * Someone's roles have followed the claims of an external login (roller efter extern inloggning).
 *
 * @param person as they now stand
 * @param given the new roles; some may only have been taken
 */
public record RolesFollowed(Person person, List<CurrentUser.Grant> given) {}
