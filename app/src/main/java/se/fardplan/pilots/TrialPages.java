package se.fardplan.pilots;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;
import se.fardplan.charts.Glyph;
import se.fardplan.governance.Body;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** A trial's page and its form (prövningens sidor). */
@Component
class TrialPages {

    private final Pilots pilots;
    private final Trials trials;
    private final Plans plans;
    private final PilotPages pages;
    private final PilotWords words;
    private final Governance governance;
    private final History history;
    private final Texts texts;

    /** What someone says with an act, as it was written. */
    record Said(
            @Nullable String steg,
            @Nullable String ord,
            @Nullable String lardom,
            @Nullable String beslutare,
            @Nullable String vidare,
            @Nullable Long version) {

        static final Said NOTHING = new Said("", "", "", "", "", null);

        long seen() {
            return version == null ? -1 : version;
        }

        Trials.Said said() {
            return new Trials.Said(
                    Objects.requireNonNullElse(ord, ""),
                    Objects.requireNonNullElse(lardom, ""),
                    beslutare == null || beslutare.isBlank() ? null : beslutare,
                    vidare == null || vidare.isBlank() ? null : vidare);
        }
    }

    /**
     * A trial as its reader sees it.
     *
     * @param mayStart and the others: what this reader may do now
     * @param courses what may be decided of it now
     */
    record Page(
            PilotPages.Head head,
            Trial trial,
            @Nullable String problem,
            Said said,
            Glyph sign,
            String state,
            String when,
            @Nullable Link step,
            @Nullable Link activity,
            @Nullable Link before,
            List<Link> next,
            @Nullable Link decision,
            @Nullable String closed,
            @Nullable String verdict,
            String body,
            String escalated,
            boolean mayChange,
            boolean mayStart,
            boolean mayClose,
            boolean mayFollow,
            List<PilotPages.Choice> courses,
            List<PilotPages.Choice> bodies,
            List<PilotPages.Choice> receivers,
            List<PilotPages.Choice> decisions,
            List<History.Change> changes) {}

    record Link(String name, String href) {}

    /** @param now what stands saved when someone was first; null otherwise */
    record FormPage(
            PilotPages.Head head,
            String action,
            String back,
            @Nullable String problem,
            boolean isNew,
            TrialController.Form form,
            List<PilotPages.Choice> steps,
            List<PilotPages.Choice> activities,
            @Nullable Trial now,
            long version) {}

    TrialPages(
            Pilots pilots,
            Trials trials,
            Plans plans,
            PilotPages pages,
            PilotWords words,
            Governance governance,
            History history,
            Texts texts) {
        this.pilots = pilots;
        this.trials = trials;
        this.plans = plans;
        this.pages = pages;
        this.words = words;
        this.governance = governance;
        this.history = history;
        this.texts = texts;
    }

    String page(Plan plan, Trial trial, @Nullable CurrentUser user, Said said, @Nullable String problem, Model model) {
        boolean leads = pilots.mayChange(user, plan);
        boolean open = leads && trial.state() != Trial.State.DECIDED;
        List<Trial> log = trials.list(plan, user);
        Trial.Verdict verdict = trial.verdict();
        List<Decision> decisions = leads || trial.decision() != null ? governance.listDecisions() : List.of();
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, trial.words().hypothesis(), true),
                        trial,
                        problem,
                        said,
                        PilotWords.sign(trial),
                        words.state(trial),
                        words.when(trial),
                        link(pilots.course(plan).all().stream()
                                .filter(step -> step.code().equals(trial.step()))
                                .map(step -> new Link(step.name(), Pilot.href(plan.id())))),
                        link(plans.listActivities(plan.id()).stream()
                                .filter(activity -> activity.id().equals(trial.activity()))
                                .map(activity -> new Link(activity.title(), activity.href()))),
                        link(log.stream()
                                .filter(other -> other.id().equals(trial.follows()))
                                .map(TrialPages::link)),
                        log.stream()
                                .filter(other -> trial.id().equals(other.follows()))
                                .map(TrialPages::link)
                                .toList(),
                        link(decisions.stream()
                                .filter(decision -> decision.id().equals(trial.decision()))
                                .map(decision -> new Link(decision.heading(), decision.address()))),
                        trial.closed() == null ? null : PilotWords.day(trial.closed()),
                        verdict == null
                                ? null
                                : texts.of("trial.decided", words.state(trial), PilotWords.day(verdict.day())),
                        verdict == null || verdict.body() == null ? "" : words.body(verdict.body()),
                        verdict == null || verdict.escalated() == null ? "" : words.body(verdict.escalated()),
                        open,
                        open && allows(TrialAct.START, trial),
                        open && allows(TrialAct.CLOSE, trial),
                        leads && trial.state() == Trial.State.DECIDED,
                        open ? courses(trial, said) : List.of(),
                        bodies(said.beslutare(), false),
                        bodies(said.vidare(), true),
                        leads && !trial.lesson().isEmpty() ? choices(decisions, trial) : List.of(),
                        user == null ? List.of() : history.of(trials.history(trial))));
        return "pilots/trial";
    }

    String form(Plan plan, @Nullable Trial trial, TrialController.Form form, @Nullable String problem, Model model) {
        boolean collision = trial != null && problem != null && form.seen() != trial.version();
        String log = Pilot.href(plan.id()) + "/larande";
        model.addAttribute(
                "page",
                new FormPage(
                        pages.head(plan, texts.of(trial == null ? "trial.new" : "trial.edit"), true),
                        trial == null ? log : trial.href(),
                        trial == null ? log : trial.href(),
                        problem,
                        trial == null,
                        form,
                        pilots.course(plan).steps().stream()
                                .map(step -> new PilotPages.Choice(
                                        step.code(), step.name(), step.code().equals(form.steg())))
                                .toList(),
                        plans.listActivities(plan.id()).stream()
                                .map(activity -> choice(activity, form.aktivitet()))
                                .toList(),
                        collision ? trial : null,
                        trial == null ? 0 : trial.version()));
        return "pilots/trialform";
    }

    private static PilotPages.Choice choice(Activity activity, @Nullable String chosen) {
        String id = activity.id().toString();
        return new PilotPages.Choice(id, activity.title(), id.equals(chosen));
    }

    private List<PilotPages.Choice> courses(Trial trial, Said said) {
        return Arrays.stream(TrialAct.values())
                .filter(act -> act.isDecision() && allows(act, trial))
                .map(act -> new PilotPages.Choice(
                        act.name(), texts.of("trial.act." + act), act.name().equals(said.steg())))
                .toList();
    }

    private static boolean allows(TrialAct act, Trial trial) {
        try {
            act.check(trial.state());
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }

    /** Those of the joint leadership that may decide, or all that a matter may go on to. */
    private List<PilotPages.Choice> bodies(@Nullable String chosen, boolean advisoryToo) {
        return governance.bodies().stream()
                .filter(body -> body.standing() != Body.Standing.ENDED && (advisoryToo || !body.isAdvisory()))
                .map(body -> new PilotPages.Choice(
                        body.code(), body.name(), body.code().equals(chosen)))
                .toList();
    }

    private static List<PilotPages.Choice> choices(List<Decision> decisions, Trial trial) {
        return decisions.stream()
                .map(decision -> new PilotPages.Choice(
                        decision.id().toString(),
                        decision.day() + " " + decision.heading(),
                        decision.id().equals(trial.decision())))
                .toList();
    }

    private static Link link(Trial trial) {
        return new Link(trial.words().hypothesis(), trial.href());
    }

    private static @Nullable Link link(Stream<Link> links) {
        return links.findFirst().orElse(null);
    }
}
