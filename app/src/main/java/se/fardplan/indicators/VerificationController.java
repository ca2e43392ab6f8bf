package se.fardplan.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;

/** Where a user with the right role gives a key figure its Kolada id (verifiering). */
@Controller
class VerificationController {

    private final KeyFigureCatalogue catalogue;

    private final Texts texts;

    VerificationController(KeyFigureCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /**
     * What the form holds as it was written.
     *
     * @param error the sentence to mend it by; null when nothing is wrong
     */
    record Form(
            String id,
            String unit,
            String reference,
            @Nullable String error) {}

    record VerificationPage(
            List<Crumb> crumbs,
            KeyFigure figure,
            KeyFigureBackground background,
            List<KeyFigure.Unit> units,
            Form form) {}

    @Requires(Act.VERIFY_KEY_FIGURE)
    @GetMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/kolada-id")
    ModelAndView show(@PathVariable("code") String code) {
        return page(code, new Form("", get(code).unit().name(), "", null));
    }

    @Requires(Act.VERIFY_KEY_FIGURE)
    @PostMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/kolada-id")
    ModelAndView give(
            @PathVariable("code") String code,
            @RequestParam("id") String koladaId,
            @RequestParam("unit") KeyFigure.Unit unit,
            @RequestParam("reference") String reference,
            CurrentUser by) {
        try {
            catalogue.verify(by, code, koladaId, unit, reference);
        } catch (Refusal refusal) {
            return page(code, new Form(koladaId, unit.name(), reference, texts.of(refusal)));
        }
        return new ModelAndView("redirect:/nyckeltal/" + code);
    }

    private ModelAndView page(String code, Form form) {
        KeyFigure figure = get(code);
        KeyFigureBackground background =
                catalogue.findBackground(code).orElseThrow(() -> new NotFound("key figure " + code));
        return new ModelAndView(
                "indicators/verification",
                "page",
                new VerificationPage(
                        List.of(
                                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                                new Crumb(figure.name(), "/nyckeltal/" + figure.code())),
                        figure,
                        background,
                        List.of(KeyFigure.Unit.values()),
                        form));
    }

    private KeyFigure get(String code) {
        return catalogue.findKeyFigure(code).orElseThrow(() -> new NotFound("key figure " + code));
    }
}
