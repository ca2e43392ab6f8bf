package se.fardplan.reports;

import java.util.List;
import se.fardplan.charts.Glyph;

/**
 * One judgement as a reader meets it (omdöme): shape, word and why, with the rule one tap away.
 *
 * @param label what is judged, such as {@code Läge mot riket}
 * @param reasons one or two sentences beside the word
 * @param rule the rule and the values it was applied to, one sentence each
 */
record Judgement(String label, Glyph glyph, String word, List<String> reasons, List<String> rule) {

    Judgement {
        reasons = List.copyOf(reasons);
        rule = List.copyOf(rule);
    }
}
