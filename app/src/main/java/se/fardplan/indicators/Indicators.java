package se.fardplan.indicators;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Key figures, their values and what can be said of them (nyckeltal). */
@Service
public class Indicators {

    private final KeyFigureCatalogue catalogue;

    Indicators(KeyFigureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The county's key figures in the strategy's order; empty for a county without a strategy. */
    public List<KeyFigure> listKeyFigures() {
        return catalogue.listKeyFigures();
    }

    /** The key figure with {@code code}, such as {@code KF18}. */
    public Optional<KeyFigure> findKeyFigure(String code) {
        return catalogue.findKeyFigure(code);
    }

    /** The latest vintage; empty before the first import. */
    public Optional<Vintage> findLatestVintage() {
        throw new UnsupportedOperationException("written by the indicators room");
    }

    /** Every observation of {@code indicator} as {@code vintage} shows it, by area, year and sex. */
    public List<Observation> listObservations(String indicator, Vintage vintage) {
        throw new UnsupportedOperationException("written by the indicators room");
    }
}
