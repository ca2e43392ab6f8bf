package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.fardplan.access.Open;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** What can be asked for as open data, with a question that this county has an answer to (öppna data). */
@Controller
class OpenDataController {

    /** Shown, but not to be tried, where the county has no key figures. */
    private static final String WELL_KNOWN = "U20462";

    private final Indicators indicators;
    private final Organisation organisation;
    private final Clock clock;

    /** @param isAnswered true when the question can be tried here */
    record Page(String question, boolean isAnswered) {}

    OpenDataController(Indicators indicators, Organisation organisation, Clock clock) {
        this.indicators = indicators;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Open
    @GetMapping("/oppna-data")
    String page(Model model) {
        Optional<String> figure = indicators.listKeyFigures().stream()
                .map(KeyFigure::koladaId)
                .filter(Objects::nonNull)
                .findFirst();
        String areas = organisation.listPrincipals(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Principal::kind, Principal::code, (first, other) -> first))
                .values()
                .stream()
                .sorted()
                .collect(Collectors.joining(","));
        model.addAttribute(
                "page",
                new Page(
                        "/api/v1/indicators/%s/observations?area=%s&from=2014&to=2025&sex=T"
                                .formatted(figure.orElse(WELL_KNOWN), areas),
                        figure.isPresent()));
        return "reports/opendata";
    }
}
