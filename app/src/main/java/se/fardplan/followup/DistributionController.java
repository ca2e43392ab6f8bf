package se.fardplan.followup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanState;
import se.fardplan.plans.Plans;

/** Which plans have been sent to the units' managers, and how many have received them (utskick och kvittenser). */
@Controller
class DistributionController {

    private final Distributions distributions;
    private final Plans plans;
    private final FollowUpWords words;
    private final Texts texts;

    record Page(List<Crumb> crumbs, @Nullable String problem, List<Row> rows) {}

    /**
     * A plan in force.
     *
     * @param sent when and by whom, in a sentence; empty before it was sent
     * @param counts by principal
     */
    record Row(String id, String title, String href, String sent, boolean maySend, List<Count> counts) {}

    record Count(String principal, String received) {}

    DistributionController(Distributions distributions, Plans plans, FollowUpWords words, Texts texts) {
        this.distributions = distributions;
        this.plans = plans;
        this.words = words;
        this.texts = texts;
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping("/planera/utskick")
    String page(CurrentUser user, Model model) {
        return show(user, null, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping("/planera/utskick")
    String send(@RequestParam("plan") UUID plan, CurrentUser user, Model model) {
        try {
            distributions.send(user, plan);
            return "redirect:/planera/utskick";
        } catch (Refusal refusal) {
            if (refusal.code().equals("ACC-001")) {
                throw refusal;
            }
            return show(user, texts.of(refusal), model);
        }
    }

    private String show(CurrentUser user, @Nullable String problem, Model model) {
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("menu.plan"), "/planera")),
                        problem,
                        plans.listPublic().stream()
                                .filter(plan -> plan.state() != PlanState.ENDED)
                                .filter(plan -> distributions.maySend(user, plan))
                                .map(plan -> row(plan, user))
                                .toList()));
        return "followup/distributions";
    }

    private Row row(Plan plan, CurrentUser user) {
        Distribution sent = distributions.find(plan.id()).orElse(null);
        return new Row(
                plan.id().toString(),
                plan.title(),
                plan.href(),
                sent == null ? "" : texts.of("distribution.sent", FollowUpWords.day(sent.day()), sent.by()),
                distributions.maySend(user, plan),
                distributions.counts(plan).stream()
                        .map(count -> new Count(
                                words.principal(count.principal()),
                                texts.of("distribution.count", count.received(), count.all())))
                        .toList());
    }
}
