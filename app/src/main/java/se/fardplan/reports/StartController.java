package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.access.Open;

/** The start page, what follow-up there is, and how judgements are made. */
@Controller
class StartController {

    private final StartPages start;
    private final FollowUpPages followUp;
    private final Clock clock = Clock.systemDefaultZone();

    StartController(StartPages start, FollowUpPages followUp) {
        this.start = start;
        this.followUp = followUp;
    }

    @Open
    @GetMapping("/")
    ModelAndView start() {
        return new ModelAndView("reports/start", "page", start.page(LocalDate.now(clock)));
    }

    @Open
    @GetMapping("/folja-upp")
    ModelAndView followUp() {
        return new ModelAndView("reports/followup", "page", followUp.page());
    }

    @Open
    @GetMapping("/folja-upp/bedomning")
    ModelAndView judgement() {
        return new ModelAndView("reports/judgement");
    }
}
