package se.fardplan.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Activity;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.Plan;
import se.fardplan.reports.Report.Part;
import se.fardplan.reports.Report.Section;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.reports.ReportBlock.Voice;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;
import se.fardplan.writing.Initiative;
import se.fardplan.writing.Passage;
import se.fardplan.writing.Placement;
import se.fardplan.writing.PlanDocument;
import se.fardplan.writing.Review;
import se.fardplan.writing.Template;
import se.fardplan.writing.Template.Holds;

/** Puts a plan together for its three forms (plandokument). */
@Component
class PlanComposer {

    private final Organisation organisation;
    private final Governance governance;
    private final Strategies strategies;
    private final Indicators indicators;
    private final Texts texts;

    PlanComposer(
            Organisation organisation,
            Governance governance,
            Strategies strategies,
            Indicators indicators,
            Texts texts) {
        this.organisation = organisation;
        this.governance = governance;
        this.strategies = strategies;
        this.indicators = indicators;
        this.texts = texts;
    }

    Report compose(PlanDocument document) {
        Plan plan = document.plan();
        int from = plan.from().getYear();
        int until = plan.until().getYear();
        return new Report(
                from,
                organisation.county().name(),
                plan.title(),
                texts.of("plan.paper.subtitle", period(plan)),
                publisher(document),
                null,
                !plan.state().isPublic(),
                organisation.county().demo(),
                AnnualCover.road(
                        from,
                        until,
                        from,
                        texts.of("plan.paper.road", Integer.toString(from), Integer.toString(until))),
                words(plan),
                List.of(new Part(
                        period(plan),
                        document.printed()
                                .map(section -> section(section, document))
                                .toList())));
    }

    /** Whole years as years, such as {@code 2026–2030}. */
    private static String period(Plan plan) {
        boolean whole =
                plan.from().getDayOfYear() == 1 && plan.until().plusDays(1).getDayOfYear() == 1;
        return whole ? plan.from().getYear() + "–" + plan.until().getYear() : plan.from() + "–" + plan.until();
    }

    /** The sender where the template asks for one, else the parties. */
    private String publisher(PlanDocument document) {
        String sender = document.frame().sender();
        return sender == null
                ? texts.of(
                        "plan.paper.parties",
                        document.plan().bound().stream()
                                .map(party -> principal(party.principal()))
                                .collect(Collectors.joining(", ")))
                : texts.of(
                        "plan.paper.sender",
                        governance.body(sender).map(Body::name).orElse(sender));
    }

    private Report.Words words(Plan plan) {
        Map<Glyph, String> forms = new EnumMap<>(Glyph.class);
        for (Glyph glyph : Glyph.values()) {
            forms.put(glyph, texts.of("annual.form." + glyph));
        }
        return new Report.Words(
                texts.of("layout.brand"),
                "",
                texts.of("plan.paper.draft"),
                texts.of("layout.demo.word"),
                texts.of("figure.table"),
                texts.of("annual.automatic"),
                texts.of("annual.page"),
                plan.title(),
                forms);
    }

    private Section section(Template.Section section, PlanDocument document) {
        Passage passage = document.passage(section);
        List<ReportBlock> blocks = new ArrayList<>();
        boolean named = !passage.name().isBlank();
        if (named && section.holds() == Holds.PRIORITY) {
            blocks.add(new Paragraph(Voice.LEAD, passage.name()));
        }
        String text = section.holds() == Holds.CONTEXT ? document.plan().context() : passage.text();
        blocks.addAll(AnnualText.blocks(text));
        blocks.addAll(
                switch (section.holds()) {
                    case GOALS -> goals(passage);
                    case PRIORITY -> priority(section, passage, document);
                    case ACTIVITIES ->
                        document.activities(section).stream()
                                .flatMap(this::activity)
                                .toList();
                    case FOLLOW_UP -> reviews(document);
                    case LINKS -> links(document);
                    case TEXT -> beside(section, document);
                    case QUESTION, CONTEXT -> List.of();
                });
        if (blocks.isEmpty()) {
            blocks.add(new Note(Tone.MISSING, section.heading(), texts.of("plan.paper.missing")));
        }
        String title = named && section.holds() == Holds.QUESTION ? passage.name() : section.heading();
        return new Section(section.number(), section.code(), title, section.level(), blocks);
    }

    private List<ReportBlock> goals(Passage passage) {
        return passage.goals().isEmpty()
                ? List.of()
                : List.of(new Table(
                        texts.of("plan.paper.goals"),
                        List.of(
                                new Column(texts.of("plan.paper.goal"), false, 5),
                                new Column(texts.of("plan.paper.subGoals"), false, 3),
                                new Column(texts.of("plan.paper.keyFigures"), false, 4)),
                        passage.goals().stream()
                                .map(goal -> List.of(
                                        Cell.of(goal.text()),
                                        Cell.of(goal.subGoals().stream()
                                                .map(this::subGoal)
                                                .collect(Collectors.joining(", "))),
                                        Cell.of(goal.keyFigures().stream()
                                                .map(this::keyFigure)
                                                .collect(Collectors.joining(", ")))))
                                .toList(),
                        ""));
    }

    private List<ReportBlock> priority(Template.Section section, Passage passage, PlanDocument document) {
        List<ReportBlock> blocks = new ArrayList<>();
        if (!passage.needs().isEmpty()) {
            blocks.add(new Heading(texts.of("plan.paper.needs")));
            blocks.add(
                    new Bullets(false, passage.needs().stream().map(this::need).toList()));
        }
        String evidence = Stream.concat(
                        passage.evidence().stream().map(this::keyFigure),
                        Stream.of(passage.because()).filter(because -> !because.isBlank()))
                .collect(Collectors.joining("; "));
        if (!evidence.isEmpty()) {
            blocks.add(new Paragraph(Voice.QUIET, texts.of("plan.paper.evidence", evidence)));
        }
        List<Activity> placed = document.activities(section);
        if (!placed.isEmpty()) {
            blocks.add(activities(placed, document));
        }
        return blocks;
    }

    private String need(Passage.Need need) {
        return need.day() == null
                ? texts.of("plan.paper.need", need.text(), need.source())
                : texts.of(
                        "plan.paper.need.day",
                        need.text(),
                        need.source(),
                        Objects.requireNonNull(need.day()).toString());
    }

    private Table activities(List<Activity> activities, PlanDocument document) {
        return new Table(
                texts.of("plan.paper.activities"),
                List.of(
                        new Column(texts.of("plan.paper.activity"), false, 5),
                        new Column(texts.of("plan.paper.byWhom"), false, 4),
                        new Column(texts.of("plan.paper.when"), false, 3),
                        new Column(texts.of("plan.paper.resources"), false, 4)),
                activities.stream()
                        .map(activity -> List.of(
                                Cell.of(activity.title()),
                                Cell.of(activity.answers().byWhom()),
                                Cell.of(when(activity)),
                                Cell.of(resources(document.placement(activity)))))
                        .toList(),
                "");
    }

    private String resources(@Nullable Placement placement) {
        if (placement == null) {
            return "";
        }
        Placement.Level level = placement.level();
        return level == null
                ? placement.resources()
                : Stream.of(texts.of("writing.level." + level), placement.resources())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(". "));
    }

    private Stream<ReportBlock> activity(Activity activity) {
        Activity.Answers answers = activity.answers();
        List<String> told = new ArrayList<>();
        told.add(texts.of("plan.paper.answer", texts.of("activity.owner"), principal(activity.owner())));
        tell(told, Activity.Question.WHO, answers.who());
        tell(told, Activity.Question.WHEN, when(activity));
        tell(told, Activity.Question.HOW, answers.how());
        tell(told, Activity.Question.BY_WHOM, answers.byWhom());
        tell(told, Activity.Question.FOLLOW_UP, answers.followUp());
        return Stream.of(new Heading(activity.title()), new Bullets(false, told));
    }

    private void tell(List<String> told, Activity.Question question, String answer) {
        told.add(texts.of(
                "plan.paper.asked",
                texts.of("activity.question." + question),
                answer.isBlank() ? texts.of("activity.unanswered") : answer));
    }

    private List<ReportBlock> reviews(PlanDocument document) {
        if (document.reviews().isEmpty()) {
            return List.of();
        }
        String done = document.reviews().stream()
                .filter(review -> review.state() == Review.State.DONE)
                .map(review -> Integer.toString(review.year()))
                .collect(Collectors.joining(", "));
        String all = document.reviews().stream()
                .map(review -> Integer.toString(review.year()))
                .collect(Collectors.joining(", "));
        return List.of(new Paragraph(
                Voice.QUIET,
                done.isEmpty() ? texts.of("plan.paper.reviews", all) : texts.of("plan.paper.reviews.done", all, done)));
    }

    private static List<ReportBlock> links(PlanDocument document) {
        return document.frame().links().isEmpty()
                ? List.of()
                : List.of(new Bullets(
                        false,
                        document.frame().links().stream()
                                .map(link -> link.title() + " (" + link.address() + ")")
                                .toList()));
    }

    /** What the frame says stands where the priorities begin. */
    private List<ReportBlock> beside(Template.Section section, PlanDocument document) {
        List<Template.Section> all = document.template().sections();
        int next = all.indexOf(section) + 1;
        if (next == all.size() || all.get(next).holds() != Holds.PRIORITY) {
            return List.of();
        }
        List<ReportBlock> blocks = new ArrayList<>();
        if (!document.frame().targetAreas().isEmpty()) {
            blocks.add(new Paragraph(
                    Voice.PLAIN,
                    texts.of(
                            "plan.paper.targetAreas",
                            String.join(", ", document.frame().targetAreas()))));
        }
        if (!document.initiatives().isEmpty()) {
            blocks.add(new Paragraph(
                    Voice.PLAIN,
                    texts.of(
                            "plan.paper.initiatives",
                            document.initiatives().stream()
                                    .map(Initiative::name)
                                    .collect(Collectors.joining("; ")))));
        }
        return blocks;
    }

    private static String when(Activity activity) {
        PartialDate from = activity.answers().from();
        PartialDate until = activity.answers().until();
        return Stream.of(from, until)
                .filter(Objects::nonNull)
                .map(PartialDate::words)
                .distinct()
                .collect(Collectors.joining("–"));
    }

    private String principal(String code) {
        return organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }

    private String subGoal(String code) {
        return strategies.findSubGoal(code).map(SubGoal::name).orElse(code);
    }

    private String keyFigure(String code) {
        return indicators.findKeyFigure(code).map(KeyFigure::name).orElse(code);
    }
}
