package se.fardplan.indicators;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.NotFound;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;

/** Where a user with the right role gives a key figure its Kolada id (verifiering). */
@Controller
class VerificationController {

    private final KeyFigureCatalogue catalogue;

    VerificationController(KeyFigureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    record VerificationPage(KeyFigure figure, KeyFigureBackground background, List<KeyFigure.Unit> units) {}

    @Requires(Act.VERIFY_KEY_FIGURE)
    @GetMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/kolada-id")
    ModelAndView show(@PathVariable("code") String code) {
        KeyFigure figure = catalogue.findKeyFigure(code).orElseThrow(() -> new NotFound("key figure " + code));
        KeyFigureBackground background =
                catalogue.findBackground(code).orElseThrow(() -> new NotFound("key figure " + code));
        return new ModelAndView(
                "indicators/verification",
                "page",
                new VerificationPage(figure, background, List.of(KeyFigure.Unit.values())));
    }

    @Requires(Act.VERIFY_KEY_FIGURE)
    @PostMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/kolada-id")
    String give(
            @PathVariable("code") String code,
            @RequestParam("id") String koladaId,
            @RequestParam("unit") KeyFigure.Unit unit,
            @RequestParam("reference") String reference,
            CurrentUser by) {
        catalogue.verify(by, code, koladaId, unit, reference);
        return "redirect:/nyckeltal/" + code;
    }
}
