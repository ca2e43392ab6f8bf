package se.fardplan.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanState;
import se.fardplan.plans.Plans;
import se.fardplan.writing.Template.Section;

/** What the county's plans say, and the writing of it (plantexterna). */
@Service
public class Writing {

    /** Letters in one text. */
    static final int LONGEST = 20_000;

    private final Plans plans;
    private final TemplateStore templates;
    private final PassageStore passages;
    private final FrameStore frames;
    private final WritingRules rules;
    private final Governance governance;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    @Autowired
    Writing(
            Plans plans,
            TemplateStore templates,
            PassageStore passages,
            FrameStore frames,
            WritingRules rules,
            Governance governance,
            Access access,
            Texts texts,
            Clock clock) {
        this.plans = plans;
        this.templates = templates;
        this.passages = passages;
        this.frames = frames;
        this.rules = rules;
        this.governance = governance;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    /** What became of a save (sparutfall). */
    sealed interface Saving {
        record Saved(Edition edition) implements Saving {}

        record Unchanged() implements Saving {}

        /** Someone else was first; nothing is saved. */
        record Collision(Edition theirs) implements Saving {}
    }

    /** The same at another time, for examples that were written then. */
    Writing at(Instant moment) {
        return new Writing(
                plans,
                templates,
                passages,
                frames,
                rules,
                governance,
                access,
                texts,
                Clock.fixed(moment, HouseTime.SWEDEN));
    }

    /** The plan with all that its document says now; empty in a county without a template for its shape. */
    public Optional<PlanDocument> find(Plan plan) {
        return find(plan, Integer.MAX_VALUE);
    }

    /** The plan with its text as it stood in {@code edition}; all else as it stands now. */
    Optional<PlanDocument> find(Plan plan, int edition) {
        return templates.find(plan.shape()).map(template -> {
            List<Edition> written = passages.listAt(plan.id(), edition);
            Frame frame = frames.find(plan.id()).orElse(Frame.blank(template.sender()));
            return new PlanDocument(
                    plan,
                    template,
                    frame,
                    written.stream().mapToInt(Edition::number).max().orElse(0),
                    written.stream().collect(Collectors.toMap(Edition::section, Edition::passage)),
                    plans.listActivities(plan.id()),
                    frames.placements(plan.id()),
                    template.reviewed() ? Review.of(plan, frames.reviews(plan.id()), LocalDate.now(clock)) : List.of(),
                    templates.listInitiatives().stream()
                            .filter(initiative -> frame.initiatives().contains(initiative.code()))
                            .toList());
        });
    }

    /** Every edition of the plan's text, the newest first. */
    List<Edition> editions(Plan plan) {
        return passages.list(plan.id());
    }

    /** The section as it was last saved. */
    Edition newest(Plan plan, Section section) {
        return passages.listAt(plan.id(), Integer.MAX_VALUE).stream()
                .filter(edition -> edition.section().equals(section.code()))
                .findFirst()
                .orElse(Edition.none(section.code()));
    }

    List<Remark> remarks(PlanDocument document) {
        return rules.remarks(document);
    }

    /** The same for one who has measured it already. */
    List<Remark> remarks(PlanDocument document, PageGuard.@Nullable Finding length) {
        return rules.remarks(document, length);
    }

    List<Initiative> listInitiatives() {
        return templates.listInitiatives();
    }

    /**
     * Saves one section apart from the others, as a new edition of the plan.
     *
     * @param base the edition that the section was changed from; 0 when it was blank
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is closed for changes, {@code WRI-003} too long
     */
    @Transactional
    Saving save(CurrentUser by, UUID plan, Section section, int base, Passage mine) {
        if (mine.told().length() > LONGEST) {
            throw new Refusal("WRI-003", LONGEST);
        }
        Plan held = plans.hold(by, plan);
        Edition before = newest(held, section);
        if (before.passage().equals(mine)) {
            return new Saving.Unchanged();
        }
        if (before.number() != base) {
            return new Saving.Collision(before);
        }
        Edition edition = new Edition(
                passages.newest(plan) + 1,
                section.code(),
                mine,
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        passages.add(plan, edition);
        plans.askAnew(held);
        access.record(by, "plan.written", subject(plan), section.title() + ", version " + edition.number());
        return new Saving.Saved(edition);
    }

    /**
     * Changes what stands around the text; decisions and the reason for its length stay as they are.
     *
     * @param seen the version that the change was made against
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is closed for changes, {@code WRI-001} someone was first,
     *     {@code WRI-005} an address that is none
     */
    @Transactional
    Frame frame(CurrentUser by, UUID plan, long seen, Frame wanted) {
        Plan held = plans.hold(by, plan);
        Frame before = seen(document(held), seen);
        wanted.links().forEach(Writing::demandAddress);
        Frame after = new Frame(
                wanted.sender(),
                wanted.targetAreas(),
                wanted.initiatives(),
                before.decisions(),
                before.longBecause(),
                wanted.links(),
                0);
        plans.askAnew(held);
        return save(by, plan, after, "plan.framed", told(before, after));
    }

    /**
     * Names the decisions behind a plan and why it may be long; the parties' word stands.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is over, {@code WRI-001} someone was first, {@code WRI-020} a
     *     decision that the plan in force rests on is left out
     */
    @Transactional
    Frame decide(CurrentUser by, UUID plan, long seen, List<UUID> decisions, String longBecause) {
        Plan held = plans.holdUntilOver(by, plan);
        Frame before = seen(document(held), seen);
        List<Decision> known = governance.decisions(decisions);
        if (held.state() == PlanState.ADOPTED
                && !known.stream().map(Decision::id).toList().containsAll(before.decisions())) {
            throw new Refusal("WRI-020");
        }
        Frame after = new Frame(
                before.sender(),
                before.targetAreas(),
                before.initiatives(),
                known.stream().map(Decision::id).toList(),
                longBecause.strip(),
                before.links(),
                0);
        String named = known.stream().map(Decision::heading).collect(Collectors.joining("; "));
        return save(by, plan, after, "plan.decided", told(named, after.longBecause()));
    }

    /**
     * Places an activity in its plan.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is closed for changes, {@code WRI-007} not the plan's own
     */
    @Transactional
    void place(CurrentUser by, UUID plan, Placement placement) {
        Plan held = plans.hold(by, plan);
        PlanDocument document = document(held);
        Activity activity = document.activities().stream()
                .filter(own -> own.id().equals(placement.activity()))
                .findFirst()
                .orElseThrow(() -> new Refusal("WRI-007"));
        Optional<Section> section = document.template().find(placement.section());
        if (section.isEmpty() && !placement.section().isEmpty()) {
            throw new Refusal("WRI-007");
        }
        frames.place(plan, placement);
        plans.askAnew(held);
        access.record(
                by,
                "plan.placed",
                subject(plan),
                activity.title() + " → " + section.map(Section::title).orElse(""));
    }

    /**
     * Notes that the year's review is done.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is over, {@code WRI-008} no year of the plan, or one to come,
     *     {@code WRI-009} it was done already
     */
    @Transactional
    void review(CurrentUser by, UUID id, int year, String note) {
        Plan plan = plans.holdUntilOver(by, id);
        LocalDate today = LocalDate.now(clock);
        if (year < plan.from().getYear() || year > Math.min(plan.until().getYear(), today.getYear())) {
            throw new Refusal("WRI-008");
        }
        if (!frames.add(plan.id(), year, today, note.strip())) {
            throw new Refusal("WRI-009", Integer.toString(year));
        }
        access.record(by, "plan.reviewed", subject(plan.id()), Integer.toString(year));
    }

    private PlanDocument document(Plan plan) {
        return find(plan).orElseThrow(() -> new Refusal("WRI-002"));
    }

    private static Frame seen(PlanDocument document, long seen) {
        if (document.frame().version() != seen) {
            throw new Refusal("WRI-001");
        }
        return document.frame();
    }

    private Frame save(CurrentUser by, UUID plan, Frame frame, String act, String detail) {
        frames.save(plan, frame);
        access.record(by, act, subject(plan), detail);
        return frames.find(plan).orElseThrow();
    }

    private static String told(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    /** What differs, each field before and after. */
    private String told(Frame before, Frame after) {
        return told(
                told("writing.sender", before.sender(), after.sender()),
                told(
                        "writing.targetAreas",
                        String.join(", ", before.targetAreas()),
                        String.join(", ", after.targetAreas())),
                told(
                        "writing.initiatives",
                        String.join(", ", before.initiatives()),
                        String.join(", ", after.initiatives())),
                told("writing.links", links(before), links(after)));
    }

    private String told(String field, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after)
                ? ""
                : texts.of(field) + ": " + Objects.requireNonNullElse(before, "") + " → "
                        + Objects.requireNonNullElse(after, "");
    }

    private static String links(Frame frame) {
        return frame.links().stream().map(Template.Link::title).collect(Collectors.joining(", "));
    }

    private static void demandAddress(Template.Link link) {
        if (!link.address().startsWith("https://") && !link.address().startsWith("http://")) {
            throw new Refusal("WRI-005", link.title());
        }
    }

    private static String subject(UUID plan) {
        return "plan/" + plan;
    }
}
