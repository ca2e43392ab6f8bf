package se.fardplan.writing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanState;
import se.fardplan.plans.Plans;

/** A plan's text as a whole (planens text). */
@Controller
class TextController {

    private final Plans plans;
    private final Writing writing;
    private final PageGuard guard;
    private final GuardWords words;
    private final SectionView view;
    private final Governance governance;
    private final Texts texts;

    /**
     * The text as its reader sees it.
     *
     * @param sender who stands behind it; null where the template asks for none
     * @param guard how long it is on paper; null where its length is free
     * @param reason why it may be longer; null when it need not be
     * @param stops what keeps it from being put in force
     * @param stances what each of those who lead the transition has done about it
     * @param mayWrite true while its words may be changed by this reader
     * @param mayFrame true while what stands around them may
     * @param loggedIn true for one who may see its editions
     */
    record Page(
            String self,
            String title,
            List<Crumb> crumbs,
            @Nullable String sender,
            GuardWords.@Nullable Told guard,
            @Nullable String reason,
            List<String> stops,
            List<String> warnings,
            List<SectionView.View> sections,
            List<Stance> stances,
            List<Decided> decisions,
            List<Year> reviews,
            List<Initiative> initiatives,
            List<String> targetAreas,
            int edition,
            boolean mayWrite,
            boolean mayFrame,
            boolean loggedIn) {}

    record Stance(String body, String word) {}

    record Decided(String title, String href) {}

    record Year(int year, String word, String note) {}

    TextController(
            Plans plans,
            Writing writing,
            PageGuard guard,
            GuardWords words,
            SectionView view,
            Governance governance,
            Texts texts) {
        this.plans = plans;
        this.writing = writing;
        this.guard = guard;
        this.words = words;
        this.view = view;
        this.governance = governance;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/planer/{id}/text")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        Plan plan = plans.read(id, user).orElseThrow(() -> new NotFound("plan " + id));
        PlanDocument document = writing.find(plan).orElse(null);
        if (document == null) {
            model.addAttribute("page", new NoTemplate(plan.title(), crumbs(plan)));
            return "writing/notemplate";
        }
        model.addAttribute("page", page(document, user));
        return "writing/text";
    }

    record NoTemplate(String title, List<Crumb> crumbs) {}

    private Page page(PlanDocument document, @Nullable CurrentUser user) {
        Plan plan = document.plan();
        Frame frame = document.frame();
        boolean mayFrame = user != null && plans.mayWrite(user, plan) && plan.state() != PlanState.ENDED;
        PageGuard.Finding length = mayFrame ? guard.judge(document) : null;
        List<Remark> remarks = mayFrame ? writing.remarks(document, length) : List.of();
        return new Page(
                plan.href(),
                texts.of("writing.title", plan.title()),
                crumbs(plan),
                frame.sender() == null ? null : nameOf(frame.sender()),
                length == null ? null : words.told(length),
                frame.longBecause().isBlank() ? null : frame.longBecause(),
                sentences(remarks, true),
                sentences(remarks, false),
                document.template().sections().stream()
                        .map(section -> view.of(section, document))
                        .toList(),
                document.template().decided() ? stances(frame) : List.of(),
                governance.decisions(frame.decisions()).stream()
                        .map(decision -> new Decided(
                                texts.of(
                                        "writing.decision",
                                        decision.body() == null ? "" : nameOf(decision.body()),
                                        WritingWords.day(decision.day()),
                                        decision.heading()),
                                decision.address()))
                        .toList(),
                document.reviews().stream().map(this::year).toList(),
                document.initiatives(),
                frame.targetAreas(),
                document.edition(),
                mayFrame && plan.state().isOpen(),
                mayFrame,
                user != null);
    }

    private List<String> sentences(List<Remark> remarks, boolean stops) {
        return remarks.stream()
                .filter(remark -> remark.stops() == stops)
                .map(remark -> remark.sentence(texts))
                .toList();
    }

    private List<Stance> stances(Frame frame) {
        return governance.stances(frame.decisions()).stream()
                .map(stance -> new Stance(stance.body().name(), texts.of("writing.stance." + stance.part())))
                .toList();
    }

    private Year year(Review review) {
        return new Year(
                review.year(),
                review.done() == null
                        ? texts.of("writing.review." + review.state())
                        : texts.of("writing.review.done", WritingWords.day(review.done())),
                review.note());
    }

    private String nameOf(String body) {
        return governance.body(body).map(Body::name).orElse(body);
    }

    private List<Crumb> crumbs(Plan plan) {
        return List.of(new Crumb(texts.of("plans.title"), "/planera"), new Crumb(plan.title(), plan.href()));
    }
}
