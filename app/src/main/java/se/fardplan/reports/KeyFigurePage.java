package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;
import se.fardplan.indicators.KeyFigure;

/**
 * The page of one key figure (nyckeltalets sida).
 *
 * @param eyebrow what this is, with Kolada's id where there is one
 * @param lead what is measured and which way is better
 * @param number the big number; null where there is no value
 * @param absence why there is no value, when one comes and what replaces it; empty where there is one
 * @param missing what could not be drawn, a line each
 * @param limits how far the figure reaches
 * @param facts definition, who surveys it, and where the figure comes from, in the order shown
 * @param successor what comes after it on another scale; null when nothing does
 * @param choices the areas the figure can be seen for; empty where there is only one
 */
record KeyFigurePage(
        List<Crumb> crumbs,
        KeyFigure figure,
        String eyebrow,
        String headline,
        String lead,
        @Nullable Number number,
        List<Judgement> judgements,
        List<String> absence,
        List<Limit> limits,
        List<Figure> figures,
        List<String> missing,
        List<Fact> facts,
        List<Choice> choices,
        @Nullable Successor successor) {

    KeyFigurePage {
        crumbs = List.copyOf(crumbs);
        judgements = List.copyOf(judgements);
        absence = List.copyOf(absence);
        limits = List.copyOf(limits);
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
        facts = List.copyOf(facts);
        choices = List.copyOf(choices);
    }

    /** False for a figure that Kolada has and the county does not follow: its code is Kolada's id. */
    boolean decided() {
        return !figure.code().equals(figure.koladaId());
    }

    /**
     * The latest value, large (stort tal).
     *
     * @param beside the nation's value, as a sentence; empty when there is none
     * @param kind how the value came about; empty when it is simply the area's own
     * @param mark such as <i>preliminärt</i>; empty when none
     */
    record Number(String place, String value, String beside, String kind, String mark) {}

    /** One limit of interpretation (gräns). @param head a few words, empty where the sentence stands alone */
    record Limit(String head, String sentence) {}

    /** One fact about the figure (uppgift). */
    record Fact(String label, String text) {}

    /** The figure that follows on another scale: linked, never spliced (efterföljare). */
    record Successor(String href, String text) {}

    /** An area the reader may choose (val). */
    record Choice(String code, String name, boolean chosen) {}
}
