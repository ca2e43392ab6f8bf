package se.fardplan.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.assignments.Demand.Act;
import se.fardplan.assignments.Demand.Side;
import se.fardplan.assignments.Demand.State;

/** Every side × state × act of a demand: allowed, or refused with a sentence. */
@Proves({"R98", "R119"})
class DemandTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Demand OPEN =
            new Demand("U", "AP1", Demand.Kind.PROCESS, "Ett krav", State.OPEN, "", null, null, null, 0);

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (Set<Side> who : List.of(
                EnumSet.noneOf(Side.class),
                EnumSet.of(Side.LEADER),
                EnumSet.of(Side.STEERING_GROUP),
                EnumSet.allOf(Side.class))) {
            for (Act act : Act.values()) {
                for (State state : State.values()) {
                    all.add(Arguments.of(who, act, state));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isAllowedOrRefusedWithASentence(Set<Side> who, Act act, State state) {
        String outcome = "";
        try {
            act.check(who, state);
        } catch (Refusal refusal) {
            outcome = refusal.code();
            assertThat(Texts.standing().of(refusal)).endsWith(".");
        }
        assertThat(outcome).isEqualTo(expected(who, act, state));
    }

    private static String expected(Set<Side> who, Act act, State state) {
        if (who.isEmpty()) {
            return "ACC-001";
        }
        String leaders = who.contains(Side.LEADER) ? "" : "ASN-010";
        String steering = who.contains(Side.STEERING_GROUP) ? "" : "ASN-012";
        return switch (act) {
            case MEET -> !leaders.isEmpty() ? leaders : state == State.WAIVED ? "ASN-030" : "";
            case WAIVE -> !steering.isEmpty() ? steering : state == State.MET ? "ASN-031" : "";
            case REOPEN ->
                switch (state) {
                    case OPEN -> "ASN-032";
                    case MET -> leaders;
                    case WAIVED -> steering;
                };
        };
    }

    @Test
    void isMetByEvidenceAndWaivedByReasonAlone() {
        assertThatThrownBy(() -> OPEN.after(Act.MEET, " ", null, "Lin", DAY)).hasMessageContaining("ASN-033");
        assertThatThrownBy(() -> OPEN.after(Act.WAIVE, "", null, "Kim", DAY)).hasMessageContaining("ASN-034");
        Demand met = OPEN.after(Act.MEET, "Workshop i mars ", "/planera", "Lin", DAY);
        assertThat(met)
                .isEqualTo(new Demand(
                        "U",
                        "AP1",
                        Demand.Kind.PROCESS,
                        "Ett krav",
                        State.MET,
                        "Workshop i mars",
                        "/planera",
                        "Lin",
                        DAY,
                        0));
        assertThat(met.after(Act.REOPEN, "", null, "Lin", DAY)).isEqualTo(OPEN);
    }
}
