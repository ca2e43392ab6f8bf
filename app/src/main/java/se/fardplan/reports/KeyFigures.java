package se.fardplan.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.CatalogueEntry;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Comparisons;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Vintage;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** Key figures ready to be shown (nyckeltal på sidan): compared, and with the words for measure and source. */
@Component
class KeyFigures {

    private final Indicators indicators;
    private final Comparisons comparisons;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    KeyFigures(Indicators indicators, Comparisons comparisons, Organisation organisation, Texts texts, Clock clock) {
        this.indicators = indicators;
        this.comparisons = comparisons;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code figure} as the latest vintage shows it. */
    KeyFigureView view(KeyFigure figure, @Nullable String focus) {
        return view(figure, indicators.findLatestVintage().orElse(null), focus);
    }

    /** {@code figure} as {@code vintage} shows it; null before the first import. */
    KeyFigureView view(KeyFigure figure, @Nullable Vintage vintage, @Nullable String focus) {
        return view(comparisons.compare(figure, vintage, focus), vintage);
    }

    /** {@code figure} as {@code vintage} shows it, without any year after {@code lastYear}. */
    KeyFigureView viewUpTo(int lastYear, KeyFigure figure, @Nullable Vintage vintage) {
        return view(comparisons.compareUpTo(lastYear, figure, vintage), vintage);
    }

    private KeyFigureView view(Comparison comparison, @Nullable Vintage vintage) {
        KeyFigure figure = comparison.figure();
        String chosen = comparison.focused() ? comparison.headline().area().code() : null;
        return new KeyFigureView(
                comparison,
                Amounts.of(comparison),
                figure.measureTitle(),
                source("keyfigure.source.raw", comparison, vintage),
                source("keyfigure.source.processed", comparison, vintage),
                places(),
                chosen);
    }

    private String source(String key, Comparison comparison, @Nullable Vintage vintage) {
        String id = comparison.figure().koladaId();
        if (vintage == null || id == null) {
            return texts.of(comparison.holdsTyped() ? "keyfigure.source.typed" : "keyfigure.source.none");
        }
        String kolada = texts.of(key, id, vintage.asOf().toString());
        return comparison.holdsTyped() ? texts.of("keyfigure.source.mixed", kolada) : kolada;
    }

    private Map<String, Principal.Tile> places() {
        return organisation.listPrincipals(LocalDate.now(clock)).stream()
                .filter(principal -> principal.tile() != null)
                .collect(Collectors.toMap(Principal::code, principal -> Objects.requireNonNull(principal.tile())));
    }

    /**
     * The key figure with {@code code}; by a Kolada id the key figure that has it, or else the figure as Kolada describes
     * it, with no wanted direction since the county has not decided on it.
     */
    Optional<KeyFigure> find(String code) {
        return indicators
                .findKeyFigure(code)
                .or(() -> indicators.listKeyFigures().stream()
                        .filter(figure -> code.equals(figure.koladaId()))
                        .findFirst())
                .or(() -> indicators.findIndicator(code).map(this::other));
    }

    private KeyFigure other(CatalogueEntry entry) {
        String title = Objects.requireNonNullElse(entry.title(), texts.of("keyfigure.untitled"));
        return new KeyFigure(
                entry.id(),
                0,
                title,
                title,
                title,
                null,
                entry.id(),
                entry.id(),
                null,
                title.contains("(%)") ? KeyFigure.Unit.PERCENT : KeyFigure.Unit.UNCLEAR,
                KeyFigure.Desired.NONE,
                Objects.requireNonNullElse(entry.level(), KeyFigure.Level.BOTH),
                KeyFigure.Status.ACTIVE,
                title.contains("3-årsm") ? 3 : 1,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
