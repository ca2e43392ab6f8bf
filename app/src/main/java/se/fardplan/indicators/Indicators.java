package se.fardplan.indicators;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Key figures, their values and what can be said of them (nyckeltal). */
@Service
public class Indicators {

    private final KeyFigureCatalogue figures;
    private final VintageStore vintages;
    private final ObservationStore observations;
    private final CatalogueStore catalogue;

    Indicators(
            KeyFigureCatalogue figures,
            VintageStore vintages,
            ObservationStore observations,
            CatalogueStore catalogue) {
        this.figures = figures;
        this.vintages = vintages;
        this.observations = observations;
        this.catalogue = catalogue;
    }

    /** The county's key figures in the strategy's order; empty for a county without a strategy. */
    public List<KeyFigure> listKeyFigures() {
        return figures.listKeyFigures();
    }

    /** The key figure with {@code code}, such as {@code KF18}. */
    public Optional<KeyFigure> findKeyFigure(String code) {
        return figures.findKeyFigure(code);
    }

    /** The latest vintage; empty before the first import. */
    public Optional<Vintage> findLatestVintage() {
        return vintages.findLatest();
    }

    /** Every vintage, the latest first. */
    public List<Vintage> listVintages() {
        return vintages.list();
    }

    /**
     * Every observation of {@code indicator} as {@code vintage} shows it, by area, year and sex, at most one each.
     *
     * <p>Where Kolada has a value or a secret, that is shown; a value typed in only where Kolada has none.
     *
     * @param indicator Kolada's id, or the key figure's own code where it has none
     */
    public List<Observation> listObservations(String indicator, Vintage vintage) {
        return observations.listShown(indicator, vintage.number());
    }

    /** What {@code later} shows otherwise than {@code earlier} of {@code indicator}, by area, year and sex. */
    public List<ObservationChange> listChanges(String indicator, Vintage earlier, Vintage later) {
        return ObservationChange.between(listObservations(indicator, earlier), listObservations(indicator, later));
    }

    /** What Kolada's catalogue says of {@code id}; empty when neither catalogue nor any value knows it. */
    public Optional<CatalogueEntry> findIndicator(String id) {
        return catalogue.find(id);
    }

    /** True when {@code id} is in the catalogue, has a value, or is one of the county's own. */
    public boolean knows(String id) {
        return findIndicator(id).isPresent()
                || listKeyFigures().stream()
                        .anyMatch(figure -> id.equals(figure.code())
                                || id.equals(figure.koladaId())
                                || id.equals(figure.successorId()));
    }

    /** Every area Kolada has told of, by code: municipalities, regions, the nation and groups. */
    public List<CatalogueArea> listAreas() {
        return catalogue.listAreas();
    }
}
