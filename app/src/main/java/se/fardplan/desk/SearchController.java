package se.fardplan.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;

/** Searching (sök): everyone may, and finds what they may open. */
@Controller
class SearchController {

    private final SearchPages pages;

    SearchController(SearchPages pages) {
        this.pages = pages;
    }

    @Open
    @GetMapping("/sok")
    String search(
            @RequestParam(name = "fraga", defaultValue = "") String asked,
            @RequestParam(name = "typ", required = false) @Nullable String kind,
            @RequestParam(name = "sida", defaultValue = "1") int number,
            @Nullable CurrentUser user,
            HttpServletResponse response,
            Model model) {
        // Every question is another address: kept, they would push the pages out of the memory that answers for them.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String known = kind == null || kind.isBlank() ? null : kind;
        model.addAttribute("page", pages.show(asked, user, known, Math.clamp(number, 1, 25)));
        return "desk/search";
    }
}
