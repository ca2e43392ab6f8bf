package se.fardplan.writing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.governance.DecisionTrail;
import se.fardplan.plans.Plans;

/** The plans that rest on a decision (planer bakom beslut). */
@Component
@Order(1)
class PlansBehind implements DecisionTrail {

    private final FrameStore frames;
    private final Plans plans;
    private final Texts texts;

    PlansBehind(FrameStore frames, Plans plans, Texts texts) {
        this.frames = frames;
        this.plans = plans;
        this.texts = texts;
    }

    @Override
    public List<Mark> marks(UUID decision, @Nullable CurrentUser reader) {
        return frames.listNaming(decision).stream()
                .map(plan -> plans.read(plan, reader))
                .flatMap(Optional::stream)
                .map(plan -> new Mark(texts.of("plan.text.trail"), plan.title(), plan.href()))
                .toList();
    }
}
