package se.fardplan.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.fardplan.Refusal;

/** Who may what, and what was done (behörighet och logg). */
@Service
public class Access {

    private final AuditLog log;

    Access(AuditLog log) {
        this.log = log;
    }

    /** True when {@code user} may do {@code act} for {@code organisation}; null asks for the whole county. */
    public boolean may(CurrentUser user, Act act, @Nullable String organisation) {
        return Policy.allows(user, act, organisation);
    }

    /** True when {@code user} may do {@code act} for {@code unit} of {@code organisation}. */
    public boolean may(CurrentUser user, Act act, @Nullable String organisation, @Nullable String unit) {
        return Policy.allows(user, act, organisation, unit);
    }

    /** True when {@code user} may give and take {@code grant}. */
    public boolean mayGive(CurrentUser user, CurrentUser.Grant grant) {
        return Policy.mayGive(user, grant);
    }

    /** True when {@code user} may do {@code act} for the whole county or for some organisation in it. */
    public boolean maySomewhere(CurrentUser user, Act act) {
        return Policy.allowsSomewhere(user, act);
    }

    /** The keys {@code user} holds to what is kept with a {@link Scope}; null asks for an open visitor. */
    public Set<String> keysOf(@Nullable CurrentUser user) {
        return Scope.keysOf(user);
    }

    /** Refuses with {@code ACC-001} unless {@link #may} says yes. */
    public void demand(CurrentUser user, Act act, @Nullable String organisation) {
        if (!may(user, act, organisation)) {
            throw new Refusal("ACC-001");
        }
    }

    /** What was done to {@code subject}, the latest first, at most a hundred. */
    public List<Trace> listTraces(String subject) {
        return log.listOf(subject);
    }

    /**
     * Writes one entry in the audit log, in the caller's transaction; without one it is refused.
     *
     * <p>Call it last: from here to the end of the transaction no one else can write to the log.
     *
     * @param act what was done, a stable word such as {@code report.frozen}
     * @param subject what it was done to, such as {@code report/2025}
     * @param detail what changed, in words or as before → after; never a secret, never a patient's data
     */
    public void record(CurrentUser by, String act, String subject, String detail) {
        log.add(by, act, subject, detail);
    }
}
