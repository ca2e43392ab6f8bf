package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.pilots.Trial.State.CLOSED;
import static se.fardplan.pilots.Trial.State.DECIDED;
import static se.fardplan.pilots.Trial.State.IDEA;
import static se.fardplan.pilots.Trial.State.TESTING;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fardplan.Proves;
import se.fardplan.Refusal;

/** Each state of a trial × each act: allowed, or the sentence that says why not. */
class TrialActTests {

    private static final Map<TrialAct, Map<Trial.State, String>> RULES = Map.of(
            TrialAct.START, Map.of(IDEA, "", TESTING, "PIL-021", CLOSED, "PIL-023", DECIDED, "PIL-020"),
            TrialAct.CLOSE, Map.of(IDEA, "PIL-022", TESTING, "", CLOSED, "PIL-023", DECIDED, "PIL-020"),
            TrialAct.ADAPT, Map.of(IDEA, "PIL-022", TESTING, "", CLOSED, "", DECIDED, "PIL-020"),
            TrialAct.STOP, Map.of(IDEA, "", TESTING, "", CLOSED, "", DECIDED, "PIL-020"),
            TrialAct.SPREAD, Map.of(IDEA, "PIL-024", TESTING, "PIL-024", CLOSED, "", DECIDED, "PIL-020"));

    /** R228: what was not tried to its end is never spread. */
    @ParameterizedTest
    @EnumSource(TrialAct.class)
    @Proves("R228")
    void isAllowedAsTheTableSays(TrialAct act) {
        for (Trial.State state : Trial.State.values()) {
            assertThat(outcome(act, state))
                    .as(act + " in " + state)
                    .isEqualTo(RULES.get(act).get(state));
        }
    }

    private static String outcome(TrialAct act, Trial.State state) {
        try {
            act.check(state);
            return "";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
