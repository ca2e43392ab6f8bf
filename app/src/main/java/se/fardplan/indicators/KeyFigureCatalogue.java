package se.fardplan.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.desk.Desk;

/** Which key figures the county has decided on, what lies behind them, and the national indicators (nyckeltalskatalog). */
@Service
public class KeyFigureCatalogue {

    private final KeyFigureStore figures;
    private final NationalIndicatorStore indicators;
    private final Desk desk;
    private final Access access;
    private final Clock clock;

    KeyFigureCatalogue(
            KeyFigureStore figures, NationalIndicatorStore indicators, Desk desk, Access access, Clock clock) {
        this.figures = figures;
        this.indicators = indicators;
        this.desk = desk;
        this.access = access;
        this.clock = clock;
    }

    /** The key figures in the strategy's order; empty for a county that has decided on none. */
    public List<KeyFigure> listKeyFigures() {
        return figures.list();
    }

    public Optional<KeyFigure> findKeyFigure(String code) {
        return figures.list().stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst();
    }

    /** What lies behind the key figure with {@code code}. */
    public Optional<KeyFigureBackground> findBackground(String code) {
        return figures.findBackground(code);
    }

    /** The decision behind the set; empty for a county that has decided on none. */
    public Optional<KeyFigureDecision> findDecision() {
        return figures.findDecision();
    }

    /** The national indicators of {@code area} with {@code status} among their codes; null asks for all. */
    public List<NationalIndicator> listNationalIndicators(@Nullable String area, @Nullable Integer status) {
        return indicators.list(area, status);
    }

    /** The areas of the national indicators, in their order. */
    public List<String> listNationalAreas() {
        return indicators.listAreas();
    }

    public List<NationalIndicator.Status> listNationalStatuses() {
        return indicators.listStatuses();
    }

    /** Kolada ids that more than one active key figure has, each with those figures' codes; most often empty. */
    public Map<String, List<String>> listSharedKoladaIds() {
        Map<String, List<String>> codes = figures.list().stream()
                .filter(figure -> figure.status() == KeyFigure.Status.ACTIVE && figure.koladaId() != null)
                .collect(Collectors.groupingBy(
                        figure -> String.valueOf(figure.koladaId()),
                        TreeMap::new,
                        Collectors.mapping(KeyFigure::code, Collectors.toList())));
        codes.values().removeIf(same -> same.size() == 1);
        return codes;
    }

    /**
     * Gives a key figure that needs verification its Kolada id.
     *
     * @param reference the decision or the finding that the id rests on
     * @throws Refusal {@code IND-901} no such figure, {@code IND-902} it needs no verification, {@code IND-903} no Kolada id,
     *     {@code IND-904} no reference, {@code IND-905} another figure has the id
     */
    @Transactional
    public void verify(CurrentUser by, String code, String koladaId, KeyFigure.Unit unit, String reference) {
        access.demand(by, Act.VERIFY_KEY_FIGURE, null);
        KeyFigure figure = findKeyFigure(code).orElseThrow(() -> new Refusal("IND-901", code));
        KeyFigureBackground background = figures.findBackground(code).orElseThrow();
        if (figure.status() != KeyFigure.Status.NEEDS_VERIFICATION && background.verification() == null) {
            throw new Refusal("IND-902", code);
        }
        String id = koladaId.strip().toUpperCase(Locale.ROOT);
        if (!KeyFigureContent.KOLADA_ID.matcher(id).matches()) {
            throw new Refusal("IND-903", koladaId);
        }
        if (reference.isBlank()) {
            throw new Refusal("IND-904");
        }
        figures.list().stream()
                .filter(other -> !other.code().equals(code) && id.equals(other.koladaId()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal("IND-905", id, other.code(), other.name());
                });
        figures.verify(code, id, unit, reference.strip(), by.name(), clock.instant());
        desk.index(FigureTexts.text(findKeyFigure(code).orElseThrow()));
        String before = figure.koladaId() == null ? "inget" : figure.koladaId();
        access.record(
                by,
                "keyfigure.verified",
                "keyfigure/" + code,
                "Kolada-id: %s → %s. Underlag: %s".formatted(before, id, reference.strip()));
    }
}
