package se.fardplan.reports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.NotFound;
import se.fardplan.access.Open;
import se.fardplan.charts.Size;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.reports.KeyFigureCharts.Form;

/** Key figures one by one and all together, and their charts to take away. */
@Controller
class KeyFigureController {

    private final KeyFigures figures;
    private final KeyFigureCharts charts;
    private final KeyFigurePages pages;

    KeyFigureController(KeyFigures figures, KeyFigureCharts charts, KeyFigurePages pages) {
        this.figures = figures;
        this.charts = charts;
        this.pages = pages;
    }

    @Open
    @GetMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}|[NU][0-9]{5}}")
    ModelAndView show(
            @PathVariable String code, @RequestParam(name = "omrade", required = false) @Nullable String area) {
        return new ModelAndView("reports/keyfigure", "page", pages.page(figures.view(get(code), area)));
    }

    @Open
    @GetMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}|[NU][0-9]{5}}/diagram/{form:[a-z]+}.{ending:svg|csv|xlsx}")
    ResponseEntity<byte[]> takeAway(
            @PathVariable String code,
            @PathVariable String form,
            @PathVariable String ending,
            @RequestParam(name = "omrade", required = false) @Nullable String area) {
        Figure figure = Form.find(form)
                .flatMap(one -> charts.find(one, figures.view(get(code), area), Size.wide()))
                .orElseThrow(() -> new NotFound("chart " + form + " of " + code));
        return figure.takeAway(code.toLowerCase(Locale.ROOT) + "-" + form, ending);
    }

    private KeyFigure get(String code) {
        return figures.find(code).orElseThrow(() -> new NotFound("key figure " + code));
    }
}
