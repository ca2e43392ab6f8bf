package se.fardplan.governance;

/**
 * What one of those who lead the transition together has done in a matter (ställningstagande).
 *
 * @param body one of the system leadership
 */
public record Stance(Body body, Part part) {

    /** What it has done, the weightiest last. */
    public enum Part {
        NONE,
        INFORMED,
        CONSULTED,
        DECIDED;

        static Part of(Decision decision) {
            return switch (decision.form()) {
                case DECISION, ASSIGNMENT, RECOMMENDATION -> DECIDED;
                case CONSULTATION -> CONSULTED;
                case INFORMATION -> INFORMED;
            };
        }
    }
}
