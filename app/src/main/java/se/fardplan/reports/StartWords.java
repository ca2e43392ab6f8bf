package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Standing.Course;

/** How the sub-goals go together, in words (startsidans poäng). */
@Component
class StartWords {

    private static final int SPELLED = 12;

    private final Texts texts;

    StartWords(Texts texts) {
        this.texts = texts;
    }

    /** The headline: those that certainly move, such as <i>Två delmål förbättras och ett försämras</i>. */
    String point(List<SubGoals.Told> goals) {
        List<String> said = new ArrayList<>();
        for (Course course : List.of(Course.IMPROVES, Course.WORSENS, Course.BOTH_WAYS)) {
            int count = count(goals, course);
            if (count > 0) {
                said.add(text((said.isEmpty() ? "first." : "next.") + course, number(count)));
            }
        }
        if (said.isEmpty()) {
            boolean values = goals.stream().anyMatch(told -> told.standing().withValues() > 0);
            return text(values ? "steady" : "empty", capital(number(goals.size())));
        }
        return capital(
                said.size() == 1
                        ? said.getFirst()
                        : String.join(", ", said.subList(0, said.size() - 1)) + " " + text("and") + " "
                                + said.getLast());
    }

    /** What the headline leaves out: those without a certain difference, and those that cannot be judged. */
    String rest(List<SubGoals.Told> goals) {
        List<String> said = new ArrayList<>();
        for (Course course : List.of(Course.NO_CERTAIN_DIFFERENCE, Course.UNDECIDABLE)) {
            int count = count(goals, course);
            if (count > 0) {
                said.add(text("rest." + course, capital(number(count)), count));
            }
        }
        return String.join(" ", said);
    }

    String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static int count(List<SubGoals.Told> goals, Course course) {
        return (int) goals.stream()
                .filter(told -> told.standing().course() == course)
                .count();
    }

    private String number(int count) {
        return count <= SPELLED ? texts.of("standing.number." + count) : Integer.toString(count);
    }

    private String text(String key, Object... arguments) {
        return texts.of("start.point." + key, arguments);
    }
}
