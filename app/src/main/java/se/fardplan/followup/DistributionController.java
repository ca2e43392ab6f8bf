package se.fardplan.followup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.plans.Plan;

/** Which plans have been sent to the units' managers, and how many have received them (utskick och kvittenser). */
@Controller
class DistributionController {

    private final Distributions distributions;
    private final FollowUpWords words;
    private final Texts texts;

    /** @param sent how many of the plans have been sent */
    record Page(List<Crumb> crumbs, @Nullable String problem, int sent, List<Row> rows) {}

    /**
     * A plan in force.
     *
     * @param sent when and by whom, in a sentence; empty before it was sent
     * @param everywhere true when no place lacks it
     * @param counts by principal
     */
    record Row(String id, String title, String href, String sent, boolean everywhere, List<Count> counts) {}

    /** @param receipts by whom and when, a sentence each */
    record Count(String principal, Glyph sign, String received, List<String> receipts) {}

    DistributionController(Distributions distributions, FollowUpWords words, Texts texts) {
        this.distributions = distributions;
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
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(user, texts.of(refusal), model);
        }
    }

    private String show(CurrentUser user, @Nullable String problem, Model model) {
        Map<UUID, Distribution> sent =
                distributions.list().stream().collect(Collectors.toMap(Distribution::plan, Function.identity()));
        List<CurrentUser> managers = distributions.listManagers();
        List<Row> rows = distributions.listSendable(user).stream()
                .map(plan -> row(plan, sent.get(plan.id()), managers))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("menu.plan"), "/planera")),
                        problem,
                        (int) rows.stream().filter(row -> !row.sent().isEmpty()).count(),
                        rows));
        return "followup/distributions";
    }

    private Row row(Plan plan, @Nullable Distribution sent, List<CurrentUser> managers) {
        List<Distributions.Count> counts = distributions.counts(plan, sent, managers);
        return new Row(
                plan.id().toString(),
                plan.title(),
                plan.href(),
                sent == null ? "" : texts.of("distribution.sent", FollowUpWords.day(sent.day()), sent.by()),
                counts.stream().allMatch(DistributionController::isWhole),
                counts.stream().map(count -> count(count, sent)).toList());
    }

    private Count count(Distributions.Count count, @Nullable Distribution sent) {
        return new Count(
                words.principal(count.principal()),
                isWhole(count) ? Glyph.INTRODUCED : count.received() == 0 ? Glyph.PLANNED : Glyph.STARTED,
                texts.of("distribution.count", count.received(), count.all()),
                sent == null
                        ? List.of()
                        : sent.receipts().stream()
                                .filter(receipt -> receipt.principal().equals(count.principal()))
                                .map(receipt -> texts.of(
                                        "unit.received",
                                        receipt.name(),
                                        FollowUpWords.day(receipt.at()
                                                .atZone(HouseTime.SWEDEN)
                                                .toLocalDate())))
                                .toList());
    }

    private static boolean isWhole(Distributions.Count count) {
        return count.received() == count.all();
    }
}
