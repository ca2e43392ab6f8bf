package se.fardplan.indicators;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.desk.SearchSource;
import se.fardplan.desk.SearchText;

/** The key figures and the national indicators by what they are called and measure (nyckeltalens texter). */
@Component
class FigureTexts implements SearchSource {

    private final KeyFigureStore figures;
    private final NationalIndicatorStore indicators;

    FigureTexts(KeyFigureStore figures, NationalIndicatorStore indicators) {
        this.figures = figures;
        this.indicators = indicators;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("key-figure", "national-indicator");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<SearchText> texts() {
        return Stream.concat(
                        figures.list().stream().map(FigureTexts::text),
                        indicators.list(null, null).stream().map(FigureTexts::text))
                .toList();
    }

    static SearchText text(KeyFigure figure) {
        return new SearchText(
                "key-figure",
                "/nyckeltal/" + figure.code(),
                figure.name(),
                SearchText.of(
                        figure.measureTitle(),
                        figure.definition(),
                        figure.printedName().equals(figure.name()) ? null : figure.printedName(),
                        figure.surveyedBy()),
                figure.koladaId() == null ? figure.code() : figure.code() + " " + figure.koladaId(),
                Scope.anyone());
    }

    private static SearchText text(NationalIndicator indicator) {
        return new SearchText(
                "national-indicator",
                "/nationella-indikatorer#indikator-" + indicator.number(),
                indicator.name(),
                SearchText.of(indicator.area(), indicator.subArea()),
                Scope.anyone());
    }
}
