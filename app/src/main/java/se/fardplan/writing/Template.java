package se.fardplan.writing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.fardplan.plans.Shape;

/**
 * How a plan of one shape is put together in this county (planmall).
 *
 * @param sender the code of the body that must stand on the cover; null where the county asks for none
 * @param targetGroup whom every goal must be for; null where the county asks for none
 * @param firstYear the first year it must run; null where the county asks for none
 * @param lastYear the last, counted in; null where the county asks for none
 * @param mostPages of the printed plan beside its cover; 0 for no limit
 * @param mostIndicators more than this is warned of; 0 for no limit
 * @param decided true when a decision of those who lead the transition must be named before it is adopted
 * @param reviewed true when it is gone through once each calendar year
 */
public record Template(
        Shape shape,
        @Nullable String sender,
        @Nullable String targetGroup,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        int mostPages,
        int mostIndicators,
        boolean decided,
        boolean reviewed,
        List<Section> sections) {

    public Template {
        sections = List.copyOf(sections);
    }

    /** The section with {@code code}, such as {@code syfte}. */
    public Optional<Section> find(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }

    List<Section> holding(Holds kind) {
        return sections.stream().filter(section -> section.holds() == kind).toList();
    }

    /**
     * A part under a heading of its own (avsnitt).
     *
     * @param code unique in the template, fit for an address
     * @param number as printed, such as {@code 1.1}; empty for none
     * @param level 1, or 2 for a section within the one before
     * @param help what the writer should think of; may be empty
     * @param link where there is more help; null for none
     */
    public record Section(
            String code,
            String number,
            String heading,
            int level,
            boolean required,
            Holds holds,
            String help,
            @Nullable Link link) {

        /** Number and heading as one line. */
        public String title() {
            return number.isEmpty() ? heading : number + " " + heading;
        }
    }

    /** A place outside, by name. */
    public record Link(String title, String address) {}

    /** What a section holds (innehåll). */
    public enum Holds {
        TEXT,
        /** Text, and the plan's goals with their key figures. */
        GOALS,
        /** Text, the needs it rests on and the activities placed there. */
        PRIORITY,
        /** Text, and every activity of the plan. */
        ACTIVITIES,
        /** Text, and the days of the yearly review. */
        FOLLOW_UP,
        /** An answer to a question whose words the writer fills in too. */
        QUESTION,
        /** The conditions that the plan starts from, which stand with the plan itself. */
        CONTEXT,
        /** Text, and the governing documents that the plan is tied to. */
        LINKS
    }
}
