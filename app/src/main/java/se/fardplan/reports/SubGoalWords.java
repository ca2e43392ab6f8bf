package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.indicators.Standing;

/** What is said of a sub-goal as a whole (ord om delmål): one sentence of counts, and a direction where they bear one. */
@Component
class SubGoalWords {

    private final Texts texts;
    private final KeyFigureWords words;

    SubGoalWords(Texts texts, KeyFigureWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** Where the county stands and which way it moves, in one sentence. */
    String summary(Standing standing) {
        if (standing.figures() == 0) {
            return text("none.figures");
        }
        if (standing.withValues() == 0) {
            return text("none", number(standing.figures()));
        }
        String have = text("have", KeyFigureWords.capital(number(standing.withValues())), number(standing.figures()));
        List<String> clauses = new ArrayList<>();
        List<String> stands = parts(
                part("better", standing.better()),
                part("level", standing.level()),
                part("worse", standing.worse()),
                part("apart", standing.apart()));
        clauses.add(stands.isEmpty() ? text("stands.unknown") : text("stands", join(stands)));
        List<String> moves = parts(
                part("improving", standing.improving()),
                part("worsening", standing.worsening()),
                part("moving", standing.moving()),
                part("steady", standing.steady()));
        clauses.add(moves.isEmpty() ? text("moves.unknown") : join(moves));
        return have + ": " + String.join("; ", clauses) + ".";
    }

    /** The direction's shape. */
    Glyph glyph(Standing standing) {
        return switch (standing.course()) {
            case IMPROVES -> Glyph.IMPROVES;
            case WORSENS -> Glyph.WORSENS;
            case BOTH_WAYS -> Glyph.MIXED;
            case NO_CERTAIN_DIFFERENCE -> Glyph.STEADY;
            case UNDECIDABLE -> Glyph.UNKNOWN;
        };
    }

    /** The direction's word. */
    String word(Standing standing) {
        return text("course." + standing.course());
    }

    /** What the direction rests on, in one sentence. */
    String reason(Standing standing) {
        return text("course.reason", number(standing.judged()), number(standing.expected()));
    }

    private record Part(String key, int count) {}

    private static Part part(String key, int count) {
        return new Part(key, count);
    }

    private List<String> parts(Part... parts) {
        List<String> said = new ArrayList<>();
        for (Part part : parts) {
            if (part.count() > 0) {
                said.add(text(part.key(), number(part.count())));
            }
        }
        return said;
    }

    private String join(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " " + text("and") + " " + parts.getLast();
    }

    private String number(int count) {
        return words.number(count);
    }

    private String text(String key, Object... arguments) {
        return texts.of("standing." + key, arguments);
    }
}
