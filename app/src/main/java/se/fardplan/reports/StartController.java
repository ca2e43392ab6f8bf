package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.access.Open;
import se.fardplan.sheets.TakeAway;

/** The start page, what follow-up there is, and how judgements are made. */
@Controller
class StartController {

    private final StartPages start;
    private final FollowUpPages followUp;
    private final Clock clock;

    StartController(StartPages start, FollowUpPages followUp, Clock clock) {
        this.start = start;
        this.followUp = followUp;
        this.clock = clock;
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
    @GetMapping("/folja-upp.{ending:csv|xlsx}")
    ResponseEntity<byte[]> followUpFile(@PathVariable String ending) {
        return TakeAway.table(followUp.sheet(), "folja-upp", ending);
    }

    @Open
    @GetMapping("/folja-upp/bedomning")
    ModelAndView judgement() {
        return new ModelAndView("reports/judgement");
    }
}
