package se.fardplan.people;

import java.util.List;
import se.fardplan.access.Person;

/**
 * The people this user may see (personlistan).
 *
 * @param waiting how many of them have not opened their invitation
 */
record PersonList(
        String search,
        String organisation,
        String role,
        String state,
        List<Principals.Choice> organisations,
        List<Principals.Choice> roles,
        List<Principals.Choice> states,
        int all,
        int waiting,
        List<Row> rows,
        boolean mayManage) {

    /** @param state {@link Person.State} by name */
    record Row(
            String name,
            String href,
            String email,
            String organisation,
            List<String> roles,
            String state,
            String lastLogin) {}

    boolean isNarrowed() {
        return !search.isBlank() || !organisation.isEmpty() || !role.isEmpty() || !state.isEmpty();
    }
}
