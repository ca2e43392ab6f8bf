package se.fardplan.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one section of a plan says (stycke).
 *
 * @param name what a priority area is about, or the words of a question; empty where the section has no such
 * @param text an empty line divides paragraphs, {@code - } begins a point of a list
 * @param goals the plan's own goals; only in the section that holds them
 * @param needs what a priority area rests on
 * @param evidence codes of the key figures that speak for a priority area
 * @param because what else of the follow-up speaks for it; may be empty
 */
public record Passage(
        String name, String text, List<Goal> goals, List<Need> needs, List<String> evidence, String because) {

    static final Passage EMPTY = new Passage("", "", List.of(), List.of(), List.of(), "");

    public Passage {
        goals = List.copyOf(goals);
        needs = List.copyOf(needs);
        evidence = List.copyOf(evidence);
    }

    static Passage of(String text) {
        return new Passage("", text, List.of(), List.of(), List.of(), "");
    }

    Passage withText(String other) {
        return new Passage(name, other, goals, needs, evidence, because);
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The whole passage as lines, for comparing two. */
    String told() {
        List<String> lines = new ArrayList<>();
        if (!name.isBlank()) {
            lines.add(name);
        }
        if (!text.isBlank()) {
            lines.add(text);
        }
        for (Goal goal : goals) {
            lines.add("• " + goal.text() + " [" + String.join(", ", goal.subGoals()) + (goal.forGroup() ? ", +" : "")
                    + "] [" + String.join(", ", goal.keyFigures()) + "]");
        }
        for (Need need : needs) {
            lines.add("• " + need.source() + (need.day() == null ? "" : ", " + need.day()) + ": " + need.text());
        }
        if (!evidence.isEmpty()) {
            lines.add(String.join(", ", evidence));
        }
        if (!because.isBlank()) {
            lines.add(because);
        }
        return String.join("\n", lines);
    }

    /**
     * A goal of the plan's own (planmål).
     *
     * @param subGoals codes of the strategy's sub-goals that it comes from
     * @param forGroup true when it is for the template's target group
     * @param keyFigures codes of those it is followed by
     */
    public record Goal(String text, List<String> subGoals, boolean forGroup, List<String> keyFigures) {
        public Goal {
            subGoals = List.copyOf(subGoals);
            keyFigures = List.copyOf(keyFigures);
        }
    }

    /**
     * A need that someone told of (behov).
     *
     * @param source the workshop, dialogue or survey it comes from
     * @param day null when the source has none
     */
    public record Need(String source, @Nullable LocalDate day, String text) {}
}
