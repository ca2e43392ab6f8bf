package se.fardplan.writing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Activities;
import se.fardplan.plans.Activity;
import se.fardplan.plans.ActivityDraft;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanAct;
import se.fardplan.plans.PlanDraft;
import se.fardplan.plans.Plans;
import se.fardplan.plans.Shape;
import se.fardplan.writing.Passage.Goal;
import se.fardplan.writing.Passage.Need;

/** The regional plan of example.yaml, as far on its way as it had come on the demo's day (exempeldata). */
@Component
@Order(70)
class WritingDemo implements DemoPart {

    private static final String FILE = "writing/example.yaml";

    private final Plans plans;
    private final Activities activities;
    private final Writing writing;
    private final TemplateStore templates;
    private final Governance governance;
    private final Organisation organisation;
    private final Texts texts;

    /** @param agreed the day that each principal agreed, by its code; the others have not */
    record Example(
            String title,
            LocalDate first,
            LocalDate last,
            String sender,
            List<String> initiatives,
            Map<String, LocalDate> agreed,
            List<Made> decisions,
            List<Written> sections,
            List<Doing> activities) {}

    record Made(String body, LocalDate day, Decision.Form form, Decision.Outcome outcome, String heading) {}

    record Written(
            String code,
            LocalDate written,
            @DefaultValue("") String name,
            String text,
            @DefaultValue List<Aim> goals,
            @DefaultValue List<Need> needs,
            @DefaultValue List<String> evidence,
            @DefaultValue("") String because) {

        Passage passage() {
            return new Passage(
                    name,
                    text.strip(),
                    goals.stream()
                            .map(aim -> new Goal(aim.text(), aim.subGoals(), true, aim.keyFigures()))
                            .toList(),
                    needs,
                    evidence,
                    because);
        }
    }

    record Aim(String text, List<String> subGoals, List<String> keyFigures) {}

    record Doing(
            String title,
            String owner,
            String section,
            String who,
            String from,
            @Nullable String until,
            String how,
            String byWhom,
            String followUp,
            List<String> subGoals,
            List<String> keyFigures,
            Placement.Level level,
            String resources) {

        ActivityDraft draft() {
            return new ActivityDraft(
                    owner,
                    null,
                    title,
                    "",
                    new Activity.Answers(who, date(from), date(until), how, byWhom, followUp),
                    subGoals,
                    keyFigures,
                    Activity.State.PLANNED,
                    null,
                    "");
        }
    }

    WritingDemo(
            Plans plans,
            Activities activities,
            Writing writing,
            TemplateStore templates,
            Governance governance,
            Organisation organisation,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.writing = writing;
        this.templates = templates;
        this.governance = governance;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        Example example = example();
        Template template = templates.find(Shape.REGIONAL).orElse(null);
        List<String> principals =
                organisation.listPrincipals(asOf).stream().map(Principal::code).toList();
        if (template == null || !principals.containsAll(example.agreed().keySet())) {
            return;
        }
        CurrentUser lead = someone("writing.demo.lead", Role.REGIONAL_LEAD, null);
        Plan plan = plans.add(
                lead,
                new PlanDraft(
                        Shape.REGIONAL, example.title(), "", example.first(), example.last(), principals, List.of()));
        example.sections().stream()
                .filter(written -> !written.written().isAfter(asOf))
                .forEach(written -> write(lead, plan, template, written));
        example.activities().forEach(doing -> {
            Activity activity = activities.add(lead, plan.id(), doing.draft());
            writing.place(
                    lead, plan.id(), new Placement(activity.id(), doing.section(), doing.resources(), doing.level()));
        });
        Frame frame = writing.frame(
                lead,
                plan.id(),
                0,
                new Frame(example.sender(), List.of(), example.initiatives(), List.of(), "", List.of(), 0));
        writing.decide(lead, plan.id(), frame.version(), decisions(lead, example, asOf), "");
        example.agreed().forEach((principal, day) -> agree(plan, principal, day, asOf));
    }

    private void write(CurrentUser lead, Plan plan, Template template, Written written) {
        Template.Section section = template.find(written.code()).orElseThrow();
        int base = writing.newest(plan, section).number();
        writing.at(DemoPart.moment(written.written())).save(lead, plan.id(), section, base, written.passage());
    }

    private List<UUID> decisions(CurrentUser lead, Example example, LocalDate asOf) {
        List<UUID> decisions = new ArrayList<>();
        for (Made made : example.decisions()) {
            if (!made.day().isAfter(asOf)) {
                decisions.add(governance
                        .record(
                                lead,
                                new Decision.Entry(
                                        made.body(),
                                        null,
                                        null,
                                        made.day(),
                                        null,
                                        null,
                                        made.form(),
                                        made.outcome(),
                                        made.heading()))
                        .id());
            }
        }
        return decisions;
    }

    private void agree(Plan plan, String principal, LocalDate day, LocalDate asOf) {
        if (!day.isAfter(asOf)) {
            Plan now = plans.read(plan.id(), someone("writing.demo.lead", Role.REGIONAL_LEAD, null))
                    .orElseThrow();
            plans.act(
                    someone("writing.demo.head", Role.HEAD, principal),
                    plan.id(),
                    now.version(),
                    PlanAct.AGREE,
                    principal,
                    day);
        }
    }

    private static @Nullable PartialDate date(@Nullable String written) {
        return written == null ? null : PartialDate.read(written).orElseThrow();
    }

    private static Example example() {
        return ExampleFile.read(FILE, "plan", Bindable.of(Example.class));
    }

    /** Someone who exists in the examples alone and cannot log in. */
    private CurrentUser someone(String key, Role role, @Nullable String principal) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(
                        (key + Objects.requireNonNullElse(principal, "")).getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(new CurrentUser.Grant(role, principal)));
    }
}
