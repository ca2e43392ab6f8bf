package se.fardplan.plans;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Units;

/** The plans of examples.yaml, each as far on its way as it had come on the demo's day (exempeldata). */
@Component
@Order(65)
class PlansDemo implements DemoPart {

    private static final String FILE = "plans/examples.yaml";

    private final Plans plans;
    private final Activities activities;
    private final CoverageStore coverage;
    private final Organisation organisation;
    private final Units units;
    private final Texts texts;

    /**
     * A plan of the file.
     *
     * @param shared null, like each other day, when it has not come to that
     */
    record Example(
            List<String> municipalities,
            String title,
            @DefaultValue("") String context,
            @DefaultValue List<String> others,
            LocalDate first,
            LocalDate last,
            @Nullable LocalDate shared,
            @Nullable LocalDate agreed,
            @Nullable LocalDate adopted,
            @Nullable LocalDate submitted,
            @Nullable LocalDate reviewed,
            @DefaultValue List<Doing> activities) {}

    /**
     * An activity of the file.
     *
     * @param owner one of the plan's municipalities; null for the first
     * @param region true when the region is the owner
     * @param unit the owner's unit of that number; null for the whole organisation
     */
    record Doing(
            String title,
            @DefaultValue("") String lead,
            @DefaultValue("") String who,
            @Nullable String from,
            @Nullable String until,
            @DefaultValue("") String how,
            @DefaultValue("") String byWhom,
            @DefaultValue("") String followUp,
            @DefaultValue List<String> subGoals,
            @DefaultValue List<String> keyFigures,
            @DefaultValue("PLANNED") Activity.State state,
            Activity.@Nullable Mark mark,
            @DefaultValue("") String reason,
            @Nullable String owner,
            @DefaultValue("false") boolean region,
            @Nullable Integer unit) {}

    PlansDemo(
            Plans plans,
            Activities activities,
            CoverageStore coverage,
            Organisation organisation,
            Units units,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.coverage = coverage;
        this.organisation = organisation;
        this.units = units;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        List<Principal> principals = organisation.listPrincipals(asOf);
        List<String> codes = principals.stream().map(Principal::code).toList();
        Optional<String> region = principals.stream()
                .filter(principal -> principal.kind() == Principal.Kind.REGION)
                .map(Principal::code)
                .findFirst();
        for (Example example : examples()) {
            if (codes.containsAll(example.municipalities()) && region.isPresent()) {
                fill(example, region.get(), asOf);
            }
        }
    }

    private void fill(Example example, String region, LocalDate asOf) {
        String first = example.municipalities().getFirst();
        CurrentUser lead = someone("plans.demo.lead", Role.LOCAL_LEAD, first);
        UUID plan = plans.add(lead, draft(example)).id();
        for (Doing doing : example.activities()) {
            String owner = doing.region() ? region : Objects.requireNonNullElse(doing.owner(), first);
            UUID activity = activities
                    .add(someone("plans.demo.lead", Role.LOCAL_LEAD, owner), plan, draft(doing, owner))
                    .id();
            coverage.note(activity, asOf.minusDays(Math.floorMod(doing.title().hashCode(), 200)));
        }
        step(lead, plan, PlanAct.SHARE, first, example.shared(), asOf);
        for (Plan.Party party : plans.find(plan).orElseThrow().parties()) {
            CurrentUser head = someone("plans.demo.head", Role.HEAD, party.principal());
            step(head, plan, PlanAct.AGREE, party.principal(), example.agreed(), asOf);
        }
        step(lead, plan, PlanAct.ADOPT, first, example.adopted(), asOf);
        step(lead, plan, PlanAct.SUBMIT, first, example.submitted(), asOf);
        step(lead, plan, PlanAct.REVIEW, first, example.reviewed(), asOf);
    }

    private void step(CurrentUser by, UUID plan, PlanAct act, String party, @Nullable LocalDate day, LocalDate asOf) {
        if (day != null && !day.isAfter(asOf)) {
            plans.act(by, plan, plans.find(plan).orElseThrow().version(), act, party, day);
        }
    }

    private static PlanDraft draft(Example example) {
        return new PlanDraft(
                Shape.LOCAL,
                example.title(),
                example.context(),
                example.first(),
                example.last(),
                example.municipalities(),
                example.others());
    }

    private ActivityDraft draft(Doing doing, String owner) {
        return new ActivityDraft(
                owner,
                Optional.ofNullable(doing.unit())
                        .map(number -> "%s-%03d".formatted(owner, number))
                        .filter(code -> units.find(code).isPresent())
                        .orElse(null),
                doing.title(),
                doing.lead(),
                new Activity.Answers(
                        doing.who(),
                        date(doing.from()),
                        date(doing.until()),
                        doing.how(),
                        doing.byWhom(),
                        doing.followUp()),
                doing.subGoals(),
                doing.keyFigures(),
                doing.state(),
                doing.mark(),
                doing.reason());
    }

    private static @Nullable PartialDate date(@Nullable String written) {
        return written == null ? null : PartialDate.read(written).orElseThrow();
    }

    private static List<Example> examples() {
        return ExampleFile.read(FILE, "plans", Bindable.listOf(Example.class));
    }

    /** Someone who exists in the examples alone and cannot log in. */
    private CurrentUser someone(String key, Role role, String principal) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes((key + principal).getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(new CurrentUser.Grant(role, principal)));
    }
}
