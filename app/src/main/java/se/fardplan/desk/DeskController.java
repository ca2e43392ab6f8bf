package se.fardplan.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;

/** The start page of those who have logged in (att göra). */
@Controller
class DeskController {

    private final DeskPages pages;

    DeskController(DeskPages pages) {
        this.pages = pages;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/att-gora")
    String desk(CurrentUser user, Model model) {
        model.addAttribute("page", pages.show(user));
        return "desk/desk";
    }
}
