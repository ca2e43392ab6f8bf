package se.fardplan.pilots;

import java.util.List;
import se.fardplan.Refusal;

/** A step that a pilot takes as a whole (pilothandling). */
enum PilotAct {
    START,
    END;

    /**
     * Whether it can be done now.
     *
     * @throws Refusal {@code PIL-010} it runs already, {@code PIL-011} it has ended, {@code PIL-012} it has not started,
     *     {@code PIL-013} preconditions that are not met, {@code PIL-014} there are none to rest on
     */
    void check(Pilot.State now, List<Precondition> preconditions) {
        refuse(now == Pilot.State.ENDED, "PIL-011");
        switch (this) {
            case START -> {
                refuse(now == Pilot.State.RUNNING, "PIL-010");
                refuse(preconditions.isEmpty(), "PIL-014");
                String unmet = Precondition.unmet(preconditions);
                refuse(!unmet.isEmpty(), "PIL-013", unmet);
            }
            case END -> refuse(now == Pilot.State.PLANNED, "PIL-012");
        }
    }

    private static void refuse(boolean hindered, String code, Object... arguments) {
        if (hindered) {
            throw new Refusal(code, arguments);
        }
    }
}
