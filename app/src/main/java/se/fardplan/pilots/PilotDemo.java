package se.fardplan.pilots;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.ExampleFile;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.Organisation;
import se.fardplan.plans.Activities;
import se.fardplan.plans.Activity;
import se.fardplan.plans.ActivityDraft;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanAct;
import se.fardplan.plans.Plans;

/** The package's pilot as it may have gone until the day of the examples (exempeldata). */
@Component
@Order(66)
class PilotDemo implements DemoPart {

    private static final String FILE = "pilots/example.yaml";

    private final Plans plans;
    private final Activities activities;
    private final PilotStore store;
    private final Pilots pilots;
    private final Trials trials;
    private final Notes notes;
    private final Agreements agreements;
    private final Organisation organisation;
    private final Texts texts;

    /**
     * The file.
     *
     * @param how how each precondition was secured, in their order
     * @param unlinked why the activities have no sub-goals
     * @param states how far activities have come, by their codes
     */
    record Example(
            String code,
            LocalDate confirmed,
            List<String> how,
            LocalDate agreed,
            LocalDate adopted,
            LocalDate started,
            String unlinked,
            String who,
            String followUp,
            Map<String, Activity.State> states,
            List<Tried> trials,
            List<Agreed> agreements,
            List<Noted> notes) {}

    /** @param activity its code @param follows the number of an earlier one, from 1 */
    record Tried(
            String hypothesis,
            @DefaultValue("") String test,
            @DefaultValue("") String place,
            @Nullable String step,
            @Nullable String activity,
            @Nullable Integer follows,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate closed,
            @DefaultValue("") String data,
            @DefaultValue("") String lesson,
            Trial.@Nullable Course course,
            @Nullable LocalDate decided,
            @DefaultValue("") String because,
            @Nullable String body,
            @Nullable String escalated) {}

    record Agreed(String title, String text, LocalDate signed) {}

    record Noted(
            Note.Kind kind,
            String title,
            LocalDate day,
            @Nullable LocalDate until,
            @Nullable Integer needLevel,
            @Nullable Integer residents,
            Map<Note.Field, String> texts) {}

    PilotDemo(
            Plans plans,
            Activities activities,
            PilotStore store,
            Pilots pilots,
            Trials trials,
            Notes notes,
            Agreements agreements,
            Organisation organisation,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.store = store;
        this.pilots = pilots;
        this.trials = trials;
        this.notes = notes;
        this.agreements = agreements;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        Example example = ExampleFile.read(FILE, "pilot", Bindable.of(Example.class));
        store.findPlan(example.code()).ifPresent(plan -> fill(plan, example, asOf));
    }

    private void fill(UUID id, Example example, LocalDate asOf) {
        CurrentUser lead = someone("plans.demo.lead", Role.LOCAL_LEAD, asOf);
        CurrentUser head = someone("plans.demo.head", Role.HEAD, asOf);
        Plan plan = plans.read(id, lead).orElseThrow();
        Map<UUID, Placement> placed =
                pilots.placements(plan).stream().collect(Collectors.toMap(Placement::activity, Function.identity()));
        for (Activity activity : plans.listActivities(plan.id())) {
            String code = Objects.requireNonNull(placed.get(activity.id())).code();
            activities.change(lead, activity.id(), activity.version(), filled(activity, example, code));
            activities.explain(lead, activity.id(), example.unlinked());
        }
        for (Plan.Party party : plan.parties()) {
            step(head, plan, PlanAct.AGREE, party.principal(), example.agreed());
        }
        step(lead, plan, PlanAct.ADOPT, plan.parties().getFirst().principal(), example.adopted());
        for (Precondition precondition : pilots.preconditions(plan)) {
            String how = example.how().get(precondition.number() - 1);
            pilots.confirm(
                    head, plan.id(), precondition.number(), precondition.version(), true, how, example.confirmed());
        }
        pilots.act(lead, plan.id(), pilots.of(plan).version(), PilotAct.START, "", example.started());
        tryAll(plan, lead, example, placed, asOf);
        example.agreements().forEach(agreed -> agree(plan, lead, head, agreed));
        example.notes().forEach(noted -> notes.save(lead, note(plan, noted)));
    }

    private static ActivityDraft filled(Activity activity, Example example, String code) {
        Activity.Answers now = activity.answers();
        return new ActivityDraft(
                activity.owner(),
                activity.unit(),
                activity.title(),
                activity.lead(),
                new Activity.Answers(
                        example.who(), now.from(), now.until(), now.how(), now.byWhom(), example.followUp()),
                activity.subGoals(),
                activity.keyFigures(),
                example.states().getOrDefault(code, activity.state()),
                null,
                "");
    }

    private void tryAll(Plan plan, CurrentUser lead, Example example, Map<UUID, Placement> placed, LocalDate asOf) {
        List<Trial> made = new ArrayList<>();
        for (Tried tried : example.trials()) {
            Trial trial = trials.add(lead, trial(plan, tried, placed, made, lead));
            LocalDate from = tried.from();
            if (from != null && !from.isAfter(asOf)) {
                trial = act(plan, lead, trial, TrialAct.START, new Trials.Said("", "", null, null), from);
            }
            if (tried.closed() != null) {
                Trials.Said seen = new Trials.Said(tried.data(), tried.lesson(), null, null);
                trial = act(plan, lead, trial, TrialAct.CLOSE, seen, tried.closed());
            }
            if (tried.course() != null && tried.decided() != null) {
                Trials.Said why = new Trials.Said(tried.because(), "", tried.body(), tried.escalated());
                trial = act(plan, lead, trial, TrialAct.valueOf(tried.course().name()), why, tried.decided());
            }
            made.add(trial);
        }
    }

    private Trial act(Plan plan, CurrentUser lead, Trial trial, TrialAct act, Trials.Said said, LocalDate day) {
        return trials.act(lead, plan.id(), trial.id(), trial.version(), act, said, day);
    }

    private static Trial trial(Plan plan, Tried tried, Map<UUID, Placement> placed, List<Trial> made, CurrentUser by) {
        UUID activity = placed.values().stream()
                .filter(placement -> placement.code().equals(tried.activity()))
                .map(Placement::activity)
                .findFirst()
                .orElse(null);
        UUID follows = Optional.ofNullable(tried.follows())
                .map(number -> made.get(number - 1).id())
                .orElse(null);
        return new Trial(
                UUID.randomUUID(),
                plan.id(),
                new Trial.Words(tried.hypothesis(), tried.test(), tried.place()),
                tried.step(),
                activity,
                follows,
                tried.from(),
                tried.until(),
                Trial.State.IDEA,
                null,
                "",
                "",
                null,
                null,
                by.name(),
                0);
    }

    private void agree(Plan plan, CurrentUser lead, CurrentUser head, Agreed agreed) {
        List<String> parties =
                plan.parties().stream().map(Plan.Party::principal).toList();
        Agreement agreement = agreements.save(
                lead,
                new Agreement(
                        UUID.randomUUID(), plan.id(), agreed.title(), agreed.text(), parties, List.of(), null, 0));
        for (String party : parties) {
            agreement = agreements.sign(head, plan.id(), agreement.id(), agreement.version(), party, agreed.signed());
        }
    }

    private static Note note(Plan plan, Noted noted) {
        return new Note(
                UUID.randomUUID(),
                plan.id(),
                noted.kind(),
                noted.title(),
                noted.day(),
                noted.until(),
                noted.needLevel(),
                noted.residents(),
                noted.texts(),
                null,
                0);
    }

    private void step(CurrentUser by, Plan plan, PlanAct act, String party, LocalDate day) {
        plans.act(by, plan.id(), plans.read(plan.id(), by).orElseThrow().version(), act, party, day);
    }

    /** Someone who exists in the examples alone and cannot log in, with the role at each of the county's principals. */
    private CurrentUser someone(String key, Role role, LocalDate asOf) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes((key + FILE).getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                organisation.listPrincipals(asOf).stream()
                        .map(principal -> new CurrentUser.Grant(role, principal.code()))
                        .toList());
    }
}
