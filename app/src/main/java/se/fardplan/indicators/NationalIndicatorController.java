package se.fardplan.indicators;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.sheets.TakeAway;

/** Socialstyrelsen's indicators, by area and by whether they can be produced. */
@Controller
class NationalIndicatorController {

    private final KeyFigureCatalogue catalogue;
    private final Texts texts;

    NationalIndicatorController(KeyFigureCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /**
     * The indicators asked for.
     *
     * @param area the area chosen, empty for all
     * @param status the status code chosen, 0 for all
     * @param figures the county's key figures by the number of the indicator they are near to
     */
    record NationalIndicatorsPage(
            List<NationalIndicator> indicators,
            List<String> areas,
            List<NationalIndicator.Status> statuses,
            String area,
            int status,
            Map<Integer, List<Related>> figures) {

        /** The indicators of one area, in order. */
        List<NationalIndicator> of(String name) {
            return indicators.stream()
                    .filter(indicator -> indicator.area().equals(name))
                    .toList();
        }

        /** The areas that have something to show, in order. */
        List<String> shownAreas() {
            return areas.stream().filter(name -> !of(name).isEmpty()).toList();
        }

        /** Where the page is, with what was chosen. */
        String address() {
            return "/nationella-indikatorer?omrade=%s&status=%s"
                    .formatted(URLEncoder.encode(area, StandardCharsets.UTF_8), status == 0 ? "" : status);
        }

        List<Related> relatedTo(NationalIndicator indicator) {
            return figures.getOrDefault(indicator.number(), List.of());
        }
    }

    /** A key figure near to an indicator; {@code interpreted} when the link is ours. */
    record Related(KeyFigure figure, boolean interpreted) {}

    @Open
    @GetMapping("/nationella-indikatorer")
    ModelAndView list(
            @RequestParam(name = "omrade", defaultValue = "") String area,
            @RequestParam(name = "status", defaultValue = "") String status) {
        return new ModelAndView("indicators/national", "page", page(area, status));
    }

    @Open
    @GetMapping("/nationella-indikatorer.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String ending,
            @RequestParam(name = "omrade", defaultValue = "") String area,
            @RequestParam(name = "status", defaultValue = "") String status) {
        NationalIndicatorsPage page = page(area, status);
        Sheet sheet = Sheet.of(
                texts.of("national.title"),
                page.indicators(),
                this::source,
                List.of(
                        Filled.number(texts.of("national.number"), one -> new Cell.Whole(one.number())),
                        Filled.text(texts.of("national.name"), NationalIndicator::name),
                        Filled.text(texts.of("national.area"), NationalIndicator::area),
                        Filled.text(texts.of("national.subArea"), NationalIndicator::subArea),
                        Filled.text(texts.of("national.codes"), one -> joined(one.statusCodes(), String::valueOf)),
                        Filled.text(
                                texts.of("national.figure"),
                                one -> joined(
                                        page.relatedTo(one),
                                        related -> related.figure().name()))));
        return TakeAway.table(sheet, "nationella-indikatorer", ending);
    }

    private NationalIndicatorsPage page(String area, String status) {
        Integer code = status.matches("[1-9]") ? Integer.valueOf(status) : null;
        @Nullable String chosen = area.isBlank() ? null : area;
        Map<Integer, List<Related>> figures = catalogue.listKeyFigures().stream()
                .filter(figure -> figure.nationalIndicator() != null)
                .collect(Collectors.groupingBy(
                        figure -> figure.nationalIndicator() == null ? 0 : figure.nationalIndicator(),
                        Collectors.mapping(this::related, Collectors.toList())));
        return new NationalIndicatorsPage(
                catalogue.listNationalIndicators(chosen, code),
                catalogue.listNationalAreas(),
                catalogue.listNationalStatuses(),
                area,
                code == null ? 0 : code,
                figures);
    }

    private String source(NationalIndicator indicator) {
        return joined(indicator.sources(), source -> texts.of("sources.line", source.title(), source.place()));
    }

    private static <T> String joined(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining("; "));
    }

    private Related related(KeyFigure figure) {
        boolean interpreted = catalogue
                .findBackground(figure.code())
                .map(KeyFigureBackground::nationalIndicatorInterpreted)
                .orElse(false);
        return new Related(figure, interpreted);
    }
}
