package se.fardplan.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Those who have an open account, as they are on a day: for what is written to each of them (mottagare). */
@Service
public class Addressees {

    private final PersonStore store;

    Addressees(PersonStore store) {
        this.store = store;
    }

    /** Everyone who can log in on {@code day}, with the roles held then. */
    public List<CurrentUser> list(LocalDate day) {
        return store.list().stream()
                .filter(person -> person.state() == Person.State.ACTIVE)
                .map(person -> new CurrentUser(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.rolesOn(day).stream().map(Person.Held::grant).toList()))
                .toList();
    }

    /** The one with {@code id}; empty when the account is closed or not yet opened. */
    public Optional<CurrentUser> find(UUID id, LocalDate day) {
        return list(day).stream().filter(user -> user.id().equals(id)).findFirst();
    }
}
