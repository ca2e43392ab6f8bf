package se.fardplan.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal.Kind;

/** Key figures seen against the county, its peers and the nation (jämförelser). */
@Service
public class Comparisons {

    private final Indicators indicators;
    private final Organisation organisation;
    private final Clock clock;

    Comparisons(Indicators indicators, Organisation organisation, Clock clock) {
        this.indicators = indicators;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** {@code figure} for the county as a whole; without values before the first import or where there is no Kolada id. */
    public Comparison compare(KeyFigure figure, @Nullable Vintage vintage) {
        return compare(figure, vintage, null);
    }

    /** @param focus Kolada's code of the area the reader chose; null, or a code nobody knows, for the county */
    public Comparison compare(KeyFigure figure, @Nullable Vintage vintage, @Nullable String focus) {
        Areas areas = areas();
        Area chosen = focus == null ? null : areas.find(focus).orElse(null);
        return Comparison.of(figure, observations(figure, vintage), areas, chosen);
    }

    /** {@code figure} for the county as a whole, as it looked when no year after {@code lastYear} had been measured. */
    public Comparison compareUpTo(int lastYear, KeyFigure figure, @Nullable Vintage vintage) {
        List<Observation> known = observations(figure, vintage).stream()
                .filter(observation -> observation.year() <= lastYear)
                .toList();
        return Comparison.of(figure, known, areas(), null);
    }

    /** The areas that key figures of this county are seen against, as of today. */
    public Areas areas() {
        County county = organisation.county();
        List<Area> municipalities = organisation.listPrincipals(LocalDate.now(clock)).stream()
                .filter(principal -> principal.kind() == Kind.MUNICIPALITY)
                .map(principal -> new Area(principal.code(), principal.name()))
                .toList();
        List<CatalogueArea> known = indicators.listAreas();
        List<Area> regions = known.stream()
                .filter(area ->
                        area.kind() == CatalogueArea.Kind.L && !area.code().equals(County.NATION))
                .map(area -> new Area(area.code(), area.title()))
                .toList();
        return new Areas(
                new Area(county.regionCode(), county.name()),
                group(county, known).orElse(null),
                new Area(County.NATION, "Riket"),
                municipalities,
                regions);
    }

    private static Optional<Area> group(County county, List<CatalogueArea> known) {
        return Optional.ofNullable(county.groupCode())
                .map(code -> new Area(
                        code,
                        known.stream()
                                .filter(area -> area.code().equals(code))
                                .map(CatalogueArea::title)
                                .findFirst()
                                .orElse(county.name())));
    }

    /** A figure without a Kolada id may have values typed in, kept under its own code. */
    private List<Observation> observations(KeyFigure figure, @Nullable Vintage vintage) {
        if (vintage == null) {
            return List.of();
        }
        String id = figure.koladaId();
        return indicators.listObservations(id == null ? figure.code() : id, vintage);
    }
}
