package se.fardplan.plans;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** Example plans: one in force with an activity for each sub-goal, one being written (exempeldata). */
@Component
@Order(40)
class PlansDemo implements DemoPart {

    private final Plans plans;
    private final Organisation organisation;
    private final Strategies strategies;
    private final Indicators indicators;
    private final Texts texts;

    PlansDemo(Plans plans, Organisation organisation, Strategies strategies, Indicators indicators, Texts texts) {
        this.plans = plans;
        this.organisation = organisation;
        this.strategies = strategies;
        this.indicators = indicators;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        List<Principal> municipalities = of(Principal.Kind.MUNICIPALITY, asOf);
        List<Principal> regions = of(Principal.Kind.REGION, asOf);
        List<SubGoal> goals = strategies.listSubGoals();
        if (goals.isEmpty() || municipalities.size() < 2 || regions.isEmpty()) {
            return;
        }
        Principal own = municipalities.getFirst();
        CurrentUser lead = someone("plans.demo.lead", Role.LOCAL_LEAD, own);
        Plan plan = plans.add(lead, draft(own, asOf.getYear()));
        List<String> figures =
                indicators.listKeyFigures().stream().map(KeyFigure::code).toList();
        for (SubGoal goal : goals) {
            plans.addActivity(lead, plan.id(), activity(own, goal, asOf.getYear(), figures));
        }
        Stream.of(own, regions.getFirst()).forEach(party -> {
            long version = plans.find(plan.id()).orElseThrow().version();
            plans.act(someone("plans.demo.head", Role.HEAD, party), plan.id(), version, PlanAct.AGREE, party.code());
        });
        plans.act(lead, plan.id(), plans.find(plan.id()).orElseThrow().version(), PlanAct.ADOPT, own.code());
        Principal other = municipalities.get(1);
        plans.add(someone("plans.demo.lead", Role.LOCAL_LEAD, other), draft(other, asOf.getYear() + 1));
    }

    private PlanDraft draft(Principal municipality, int year) {
        return new PlanDraft(
                Shape.LOCAL,
                texts.of("plans.demo.title", municipality.name()),
                texts.of("plans.demo.context"),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 12, 31),
                List.of(municipality.code()),
                List.of(texts.of("plans.demo.other")));
    }

    private ActivityDraft activity(Principal owner, SubGoal goal, int year, List<String> figures) {
        return new ActivityDraft(
                owner.code(),
                null,
                texts.of("plans.demo.activity." + goal.order()),
                texts.of("plans.demo.activity.lead"),
                new Activity.Answers(
                        texts.of("plans.demo.who"),
                        PartialDate.of(year + "-S1"),
                        goal.order() == 1 ? null : PartialDate.of(Integer.toString(year + 1)),
                        texts.of("plans.demo.how"),
                        texts.of("plans.demo.byWhom"),
                        texts.of("plans.demo.followUp")),
                List.of(goal.code()),
                goal.keyFigures().stream().filter(figures::contains).limit(1).toList(),
                goal.order() == 2 ? Activity.State.STARTED : Activity.State.values()[goal.order() % 3],
                goal.order() == 2 ? Activity.Mark.LATE : null,
                goal.order() == 2 ? texts.of("plans.demo.late") : "");
    }

    private List<Principal> of(Principal.Kind kind, LocalDate day) {
        return organisation.listPrincipals(day).stream()
                .filter(principal -> principal.kind() == kind)
                .toList();
    }

    /** Someone who exists in the examples alone and cannot log in. */
    private CurrentUser someone(String key, Role role, Principal principal) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes((key + principal.code()).getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(new CurrentUser.Grant(role, principal.code())));
    }
}
