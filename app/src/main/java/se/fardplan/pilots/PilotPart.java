package se.fardplan.pilots;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;
import se.fardplan.plans.Activities;
import se.fardplan.plans.Activity;
import se.fardplan.plans.ActivityDraft;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.PlanDraft;
import se.fardplan.plans.Plans;
import se.fardplan.plans.Shape;

/** Lays up the pilots of the package, once: from then on they are their people's to change. */
@Component
@Order(60)
class PilotPart implements CountyPart {

    private final PilotStore pilots;
    private final StepStore steps;
    private final Plans plans;
    private final Activities activities;
    private final PilotLines lines;
    private final PilotWords words;
    private final Texts texts;

    PilotPart(
            PilotStore pilots,
            StepStore steps,
            Plans plans,
            Activities activities,
            PilotLines lines,
            PilotWords words,
            Texts texts) {
        this.pilots = pilots;
        this.steps = steps;
        this.plans = plans;
        this.activities = activities;
        this.lines = lines;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        PilotContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        PilotContent.read(county, new Problems()).pilots().stream()
                .filter(given -> pilots.findPlan(given.code()).isEmpty())
                .forEach(this::add);
    }

    private void add(PilotContent.Given given) {
        CurrentUser loader = loader(given.parties());
        UUID plan = plans.add(
                        loader,
                        new PlanDraft(
                                Shape.PILOT,
                                given.name(),
                                "",
                                given.from().atDay(1),
                                given.until().atEndOfMonth(),
                                given.parties(),
                                List.of()))
                .id();
        pilots.add(given.pilot().of(plan));
        given.needLevels().forEach(level -> pilots.add(plan, level));
        for (int number = 1; number <= given.preconditions().size(); number++) {
            pilots.save(new Precondition(plan, number, given.preconditions().get(number - 1), null, 0));
        }
        given.steps().forEach(step -> steps.save(step.of(plan)));
        for (int position = 0; position < given.strategies().size(); position++) {
            pilots.add(plan, given.strategies().get(position), position);
        }
        for (PilotContent.Doing doing : given.activities()) {
            UUID activity =
                    activities.add(loader, plan, draft(given.owner(), doing)).id();
            steps.save(plan, doing.placement().of(activity));
        }
        lines.tell(plans.read(plan, loader).orElseThrow());
    }

    private ActivityDraft draft(String owner, PilotContent.Doing doing) {
        String byWhom = Stream.of(
                        String.join(", ", doing.responsible()),
                        words.leadership(doing.placement().leadership()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new ActivityDraft(
                owner,
                null,
                doing.name(),
                "",
                new Activity.Answers(
                        "",
                        PartialDate.of(doing.from().toString()),
                        PartialDate.of(doing.until().toString()),
                        doing.text(),
                        byWhom,
                        ""),
                List.of(),
                List.of(),
                Activity.State.PLANNED,
                null,
                "");
    }

    /** The package itself, as the log names it; nobody can log in as it. */
    private CurrentUser loader(List<String> parties) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes("package".getBytes(StandardCharsets.UTF_8)),
                texts.of("pilot.package"),
                "",
                parties.stream()
                        .map(party -> new CurrentUser.Grant(Role.LOCAL_LEAD, party))
                        .toList());
    }
}
