package se.fardplan.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;

/** The works that came before the plans, as each principal reported them (inventeringen). */
@Service
class Inventory {

    private final WorkStore store;
    private final Access access;

    Inventory(WorkStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    List<Work> list() {
        return store.list();
    }

    Optional<Work> find(UUID id) {
        return store.find(id);
    }

    /** @param principal null for a joint work, which is the county's support's */
    boolean mayWrite(CurrentUser user, @Nullable String principal) {
        return principal == null
                ? access.may(user, Act.WRITE_COUNTY_PLAN, null)
                : access.may(user, Act.WRITE_PLAN, principal);
    }

    /** @throws Refusal {@code ACC-001}, {@code FOL-053} someone was first, and those of {@link Work#checked} */
    @Transactional
    public void save(CurrentUser by, Work work) {
        Work before = store.find(work.id()).orElse(null);
        if (!mayWrite(by, work.principal()) || before != null && !mayWrite(by, before.principal())) {
            throw new Refusal("ACC-001");
        }
        if (!store.save(work.checked())) {
            throw new Refusal("FOL-053");
        }
        access.record(by, before == null ? "work.added" : "work.changed", "work/" + work.id(), work.title());
    }
}
