package se.fardplan.plans;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/**
 * What someone wants an activity to say (aktivitetsutkast).
 *
 * <p>Refusals: {@code PLA-030} no title, {@code PLA-031} the owner is no party, {@code PLA-032} the unit is not the owner's,
 * {@code PLA-033} it ends before it begins, {@code PLA-034} a mark without its why, {@code PLA-035} no such sub-goal.
 */
public record ActivityDraft(
        String owner,
        @Nullable String unit,
        String title,
        String lead,
        Activity.Answers answers,
        List<String> subGoals,
        List<String> keyFigures,
        Activity.State state,
        Activity.@Nullable Mark mark,
        String reason) {

    public ActivityDraft {
        subGoals = List.copyOf(subGoals);
        keyFigures = List.copyOf(keyFigures);
    }

    /** @param unitOwner the principal of a unit's code; null for none */
    Activity activity(UUID id, Plan plan, Function<String, @Nullable String> unitOwner, Strategies strategies) {
        check(!title.isBlank(), "PLA-030");
        check(plan.binds(owner), "PLA-031");
        check(unit == null || owner.equals(unitOwner.apply(unit)), "PLA-032");
        PartialDate from = answers.from();
        PartialDate until = answers.until();
        check(from == null || until == null || !until.last().isBefore(from.first()), "PLA-033");
        check(mark == null || !reason.isBlank(), "PLA-034");
        List<String> known =
                strategies.listSubGoals().stream().map(SubGoal::code).toList();
        check(known.containsAll(subGoals), "PLA-035");
        return new Activity(
                id,
                plan.id(),
                owner,
                unit,
                title.strip(),
                lead.strip(),
                answers,
                known.stream().filter(subGoals::contains).toList(),
                keyFigures.stream().distinct().sorted().toList(),
                state,
                mark,
                mark == null ? "" : reason.strip(),
                0);
    }

    Activity changing(Activity before, Plan plan, Function<String, @Nullable String> unitOwner, Strategies strategies) {
        // A unit that has since gone to another keeps what it was given.
        Function<String, @Nullable String> asBefore =
                code -> code.equals(before.unit()) ? owner : unitOwner.apply(code);
        return activity(before.id(), plan, asBefore, strategies);
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
