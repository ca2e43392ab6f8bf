package se.fardplan.pilots;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.governance.DecisionTrail;
import se.fardplan.plans.Plans;

/** What a decision rests on of what pilots have learnt (lärdomar bakom beslut). */
@Component
@Order(2)
class LessonsBehind implements DecisionTrail {

    private final TrialStore store;
    private final Trials trials;
    private final Plans plans;
    private final Texts texts;

    LessonsBehind(TrialStore store, Trials trials, Plans plans, Texts texts) {
        this.store = store;
        this.trials = trials;
        this.plans = plans;
        this.texts = texts;
    }

    @Override
    public List<Mark> marks(UUID decision, @Nullable CurrentUser reader) {
        return store.listCited(decision).stream()
                .filter(trial -> plans.read(trial.plan(), reader)
                        .filter(plan -> trials.list(plan, reader).stream()
                                .anyMatch(shown -> shown.id().equals(trial.id())))
                        .isPresent())
                .map(trial -> new Mark(texts.of("trial.trail"), trial.words().hypothesis(), trial.href()))
                .toList();
    }
}
