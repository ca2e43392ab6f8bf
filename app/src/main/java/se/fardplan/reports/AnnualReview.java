package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.State;
import se.fardplan.reports.AnnualOutline.Slot;

/** What is missing or doubtful before a report is frozen (granskning). Nothing of it stops the freeze but a lack of figures. */
@Component
class AnnualReview {

    private final Indicators indicators;
    private final Texts texts;

    AnnualReview(Indicators indicators, Texts texts) {
        this.indicators = indicators;
        this.texts = texts;
    }

    /**
     * One kind of lack (brist).
     *
     * @param stops true when the report cannot be frozen with it
     * @param places where it is, each with the page to mend it on
     */
    record Finding(String title, String sentence, boolean stops, List<Place> places) {
        Finding {
            places = List.copyOf(places);
        }
    }

    /** One place (plats). */
    record Place(String name, String href) {}

    /** Everything found, the gravest first. */
    List<Finding> findings(AnnualMaterial material, List<Slot> slots) {
        List<Finding> findings = new ArrayList<>();
        if (material.vintage() == null) {
            findings.add(new Finding(text("vintage.title"), text("vintage"), true, List.of()));
        }
        add(
                findings,
                "analysis",
                slots.stream()
                        .filter(Slot::written)
                        .filter(slot -> material.findText(slot.anchor()).isEmpty())
                        .map(slot -> new Place(
                                (slot.number() + " " + slot.title()).strip(),
                                "/arsrapport/%d/avsnitt/%s".formatted(material.year(), slot.anchor())))
                        .toList());
        add(findings, "verify", figures(material, view -> status(view) == KeyFigure.Status.NEEDS_VERIFICATION));
        add(
                findings,
                "values",
                figures(
                        material,
                        view -> status(view) == KeyFigure.Status.ACTIVE
                                && !view.comparison().headline().hasValues()));
        add(findings, "old", figures(material, view -> isOld(view, material.year())));
        add(
                findings,
                "preliminary",
                figures(
                        material,
                        view -> view.comparison()
                                .headline()
                                .findLatest()
                                .filter(Point::preliminary)
                                .isPresent()));
        add(findings, "uncertain", figures(material, view -> hasState(view, State.UNCERTAIN)));
        add(findings, "suppressed", figures(material, view -> hasState(view, State.SUPPRESSED)));
        add(findings, "vanished", figures(material, this::isVanished));
        add(
                findings,
                "notReported",
                material.principals().stream()
                        .map(principal -> new Place(principal.name(), "/planera"))
                        .toList());
        return findings;
    }

    private void add(List<Finding> findings, String key, List<Place> places) {
        if (!places.isEmpty()) {
            findings.add(new Finding(text(key + ".title", places.size()), text(key), false, places));
        }
    }

    private static List<Place> figures(AnnualMaterial material, Predicate<KeyFigureView> which) {
        return material.figures().stream()
                .filter(which)
                .map(view -> view.comparison().figure())
                .map(figure -> new Place(figure.name(), "/nyckeltal/" + figure.code()))
                .toList();
    }

    private static KeyFigure.Status status(KeyFigureView view) {
        return view.comparison().figure().status();
    }

    /** Nothing from the report's own year or the one before. */
    private static boolean isOld(KeyFigureView view, int year) {
        return view.comparison()
                .headline()
                .findLatest()
                .filter(point -> point.year() < year - 1)
                .isPresent();
    }

    private static boolean hasState(KeyFigureView view, State state) {
        Comparison comparison = view.comparison();
        return Stream.concat(
                        Stream.of(comparison.headline(), comparison.nation()), comparison.municipalities().stream())
                .map(Series::points)
                .flatMap(List::stream)
                .anyMatch(point -> point.state() == state);
    }

    private boolean isVanished(KeyFigureView view) {
        String id = view.comparison().figure().koladaId();
        return id != null
                && indicators
                        .findIndicator(Objects.requireNonNull(id))
                        .filter(entry -> entry.vanished() || entry.retiredAfter() != null)
                        .isPresent();
    }

    private String text(String key, Object... arguments) {
        return texts.of("annual.review." + key, arguments);
    }
}
