package se.fardplan.indicators;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.access.Open;

/** Socialstyrelsen's indicators, by area and by whether they can be produced. */
@Controller
class NationalIndicatorController {

    private final KeyFigureCatalogue catalogue;

    NationalIndicatorController(KeyFigureCatalogue catalogue) {
        this.catalogue = catalogue;
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
        Integer code = status.matches("[1-9]") ? Integer.valueOf(status) : null;
        @Nullable String chosen = area.isBlank() ? null : area;
        Map<Integer, List<Related>> figures = catalogue.listKeyFigures().stream()
                .filter(figure -> figure.nationalIndicator() != null)
                .collect(Collectors.groupingBy(
                        figure -> figure.nationalIndicator() == null ? 0 : figure.nationalIndicator(),
                        Collectors.mapping(this::related, Collectors.toList())));
        return new ModelAndView(
                "indicators/national",
                "page",
                new NationalIndicatorsPage(
                        catalogue.listNationalIndicators(chosen, code),
                        catalogue.listNationalAreas(),
                        catalogue.listNationalStatuses(),
                        area,
                        code == null ? 0 : code,
                        figures));
    }

    private Related related(KeyFigure figure) {
        boolean interpreted = catalogue
                .findBackground(figure.code())
                .map(KeyFigureBackground::nationalIndicatorInterpreted)
                .orElse(false);
        return new Related(figure, interpreted);
    }
}
