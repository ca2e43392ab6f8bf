package se.fardplan.strategy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.access.Open;
import se.fardplan.organisation.Abbreviation;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.Document;
import se.fardplan.organisation.Organisation;

/** The documents register, the abbreviations and the names (dokument, förkortningar, namn). */
@Controller
class DocumentController {

    private final Organisation organisation;

    DocumentController(Organisation organisation) {
        this.organisation = organisation;
    }

    record DocumentsPage(List<Document> documents) {

        static String day(@Nullable LocalDate day) {
            return day == null ? "" : ContentsPage.day(day);
        }
    }

    record AbbreviationsPage(List<Abbreviation> abbreviations) {}

    /** Every name, or those that {@code asked} leads to. */
    record NamesPage(String asked, List<Alias> aliases) {}

    @Open
    @GetMapping("/dokument")
    ModelAndView documents() {
        return new ModelAndView("strategy/documents", "page", new DocumentsPage(organisation.listDocuments()));
    }

    @Open
    @GetMapping("/forkortningar")
    ModelAndView abbreviations() {
        return new ModelAndView(
                "strategy/abbreviations", "page", new AbbreviationsPage(organisation.listAbbreviations()));
    }

    @Open
    @GetMapping("/namn")
    ModelAndView names(@RequestParam(name = "q", defaultValue = "") String asked) {
        List<Alias> aliases = asked.isBlank() ? organisation.listAliases() : organisation.search(asked);
        return new ModelAndView("strategy/names", "page", new NamesPage(asked.strip(), aliases));
    }
}
