package se.fardplan.watch;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.access.Act;
import se.fardplan.access.Requires;

/** What is wrong with the installation, and what to do about it (drift). */
@Controller
class OperationsController {

    private final Overview overview;

    /**
     * @param wrong how many things do not work
     * @param notices how many work but are worth knowing
     * @param rows what someone should know, the worst first
     * @param fine what is as it should be
     */
    record Page(int wrong, int notices, List<Row> rows, List<Row> fine) {}

    /** @param since in words; null where nobody knows */
    record Row(
            State state,
            String subject,
            String sentence,
            String advice,
            @Nullable String since) {}

    OperationsController(Overview overview) {
        this.overview = overview;
    }

    @Requires(Act.SEE_OPERATIONS)
    @GetMapping(Overview.ADDRESS)
    String page(Model model) {
        List<Finding> found = overview.look();
        model.addAttribute(
                "page",
                new Page(
                        count(found, State.WRONG),
                        count(found, State.NOTICE),
                        rows(found, state -> state != State.FINE),
                        rows(found, state -> state == State.FINE)));
        return "watch/operations";
    }

    private static int count(List<Finding> found, State state) {
        return (int) found.stream().filter(finding -> finding.state() == state).count();
    }

    private static List<Row> rows(List<Finding> found, Predicate<State> which) {
        return found.stream()
                .filter(finding -> which.test(finding.state()))
                .map(OperationsController::row)
                .toList();
    }

    private static Row row(Finding finding) {
        return new Row(
                finding.state(),
                finding.subject(),
                finding.sentence(),
                finding.advice(),
                finding.since() == null ? null : Times.words(finding.since()));
    }
}
