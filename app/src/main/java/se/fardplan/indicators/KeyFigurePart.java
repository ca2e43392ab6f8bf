package se.fardplan.indicators;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;

/** Reads the county's key figures and the national indicators from the package. */
@Component
@Order(20)
class KeyFigurePart implements CountyPart {

    private final KeyFigureStore figures;
    private final NationalIndicatorStore indicators;

    KeyFigurePart(KeyFigureStore figures, NationalIndicatorStore indicators) {
        this.figures = figures;
        this.indicators = indicators;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        KeyFigureContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        KeyFigureContent content = KeyFigureContent.read(county, new Problems());
        figures.replace(content.figures(), content.decision());
        indicators.replace(content.indicators(), content.statuses());
    }
}
