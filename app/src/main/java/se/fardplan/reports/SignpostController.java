package se.fardplan.reports;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.access.Open;
import se.fardplan.reports.Signpost.Link;

/** The pages that say what will come, and those about Färdplan itself. */
@Controller
class SignpostController {

    @Open
    @GetMapping("/atgarda")
    ModelAndView act() {
        return signpost("acting", "act", 2, new Link("follow", "/folja-upp"), new Link("plan", "/planera"));
    }

    @Open
    @GetMapping("/om")
    ModelAndView about() {
        return signpost(
                "about",
                "",
                3,
                new Link("data", "/oppna-data"),
                new Link("accessibility", "/tillganglighet"),
                new Link("design", "/design"));
    }

    @Open
    @GetMapping("/tillganglighet")
    ModelAndView accessibility() {
        return signpost("accessible", "", 5, new Link("contact", "/kontakt"));
    }

    @Open
    @GetMapping("/kontakt")
    ModelAndView contact() {
        return signpost("contact", "", 2);
    }

    private static ModelAndView signpost(String key, String menu, int parts, Link... links) {
        List<Integer> numbers = IntStream.rangeClosed(1, parts).boxed().toList();
        return new ModelAndView("reports/signpost", "page", new Signpost(key, menu, numbers, List.of(links)));
    }
}
