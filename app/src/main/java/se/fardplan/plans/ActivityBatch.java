package se.fardplan.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Units;
import se.fardplan.strategy.Strategies;

/** Many changes of a plan's activities at once (ändringar i klump): all are made, or none. */
@Service
class ActivityBatch {

    private final Activities activities;
    private final PlanRights rights;
    private final Units units;
    private final Strategies strategies;

    /** @param before null for a new activity */
    record Change(UUID id, @Nullable Activity before, ActivityDraft wanted) {}

    ActivityBatch(Activities activities, PlanRights rights, Units units, Strategies strategies) {
        this.activities = activities;
        this.rights = rights;
        this.units = units;
        this.strategies = strategies;
    }

    /** The refusal that each change would meet; null where it would be made. */
    List<@Nullable Refusal> rehearse(CurrentUser by, Plan plan, List<Change> changes) {
        Map<String, @Nullable String> owners = new HashMap<>();
        Function<String, @Nullable String> owner = code -> owners.computeIfAbsent(
                code,
                unit -> units.find(unit)
                        .map(found -> found.nearest(PlanWords.today()).principal())
                        .orElse(""));
        List<@Nullable Refusal> refusals = new ArrayList<>();
        for (Change change : changes) {
            refusals.add(judge(by, plan, change, owner));
        }
        return refusals;
    }

    private @Nullable Refusal judge(
            CurrentUser by, Plan plan, Change change, Function<String, @Nullable String> unitOwner) {
        Activity before = change.before();
        try {
            Activity after = before == null
                    ? change.wanted().activity(change.id(), plan, unitOwner, strategies)
                    : change.wanted().changing(before, plan, unitOwner, strategies);
            boolean may = rights.mayWrite(by, plan, after) && (before == null || rights.mayWrite(by, plan, before));
            boolean open = plan.state().isOpen()
                    || before != null && plan.state() != PlanState.ENDED && before.sameWords(after);
            return !may ? new Refusal("ACC-001") : open ? null : new Refusal("PLA-002");
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    /** Makes every change, each in the log; the first that is refused takes all with it. */
    @Transactional
    public void save(CurrentUser by, UUID plan, List<Change> changes) {
        List<UUID> saved = new ArrayList<>();
        for (Change change : changes) {
            Activity before = change.before();
            if (before == null) {
                saved.add(activities.addUnindexed(by, plan, change.wanted()).id());
            } else {
                saved.add(activities
                        .changeUnindexed(by, before.id(), before.version(), change.wanted())
                        .id());
            }
        }
        activities.tell(plan, saved);
    }
}
