package se.fardplan.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.assignments.Delivery.Verdict;
import se.fardplan.assignments.DeliveryAct.Side;
import se.fardplan.assignments.DeliveryAct.Standing;

/** Every side × state × act of a delivery: allowed, or refused with a sentence; the table stands here, not in the code. */
@Proves({"R111", "R113", "R114"})
class DeliveryActTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 22);
    private static final String DONE = "";

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        List<Set<Side>> sides = List.of(
                EnumSet.noneOf(Side.class),
                EnumSet.of(Side.LEADER),
                EnumSet.of(Side.RECEIVER),
                EnumSet.allOf(Side.class));
        for (Set<Side> who : sides) {
            for (DeliveryAct act : DeliveryAct.values()) {
                for (Standing standing : standings()) {
                    all.add(Arguments.of(who, act, standing));
                }
            }
        }
        return all.stream();
    }

    /** Only what is delivered has a verdict, and only what another waits for can be overtaken. */
    private static List<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        for (DeliveryState state : DeliveryState.values()) {
            for (boolean followed : new boolean[] {false, true}) {
                all.add(new Standing(state, null, followed, false));
            }
        }
        for (Verdict verdict : Verdict.values()) {
            all.add(new Standing(DeliveryState.DELIVERED, verdict, false, false));
            all.add(new Standing(DeliveryState.DELIVERED, verdict, true, false));
            all.add(new Standing(DeliveryState.DELIVERED, verdict, true, true));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isAllowedOrRefusedWithASentence(Set<Side> who, DeliveryAct act, Standing standing) {
        String outcome = DONE;
        try {
            act.check(who, standing);
        } catch (Refusal refusal) {
            outcome = refusal.code();
            assertThat(Texts.standing().of(refusal)).endsWith(".");
        }
        assertThat(outcome).isEqualTo(expected(who, act, standing));
    }

    private static String expected(Set<Side> who, DeliveryAct act, Standing now) {
        if (who.isEmpty()) {
            return "ACC-001";
        }
        Side needed = act == DeliveryAct.HAND_OVER || act == DeliveryAct.SET_DAY ? Side.LEADER : Side.RECEIVER;
        if (!who.contains(needed)) {
            return needed == Side.LEADER ? "ASN-010" : "ASN-011";
        }
        return switch (now.state()) {
            case SLEEPING -> "ASN-020";
            case NOT_NEEDED -> "ASN-021";
            case UNDATED, COMING, DUE, LATE -> needed == Side.LEADER ? DONE : "ASN-023";
            case DELIVERED -> delivered(act, now.verdict(), now.followed(), now.overtaken());
        };
    }

    private static String delivered(DeliveryAct act, @Nullable Verdict verdict, boolean followed, boolean overtaken) {
        return switch (act) {
            // What was sent back with no delivery of its own for the next try is handed over again.
            case HAND_OVER -> verdict == Verdict.REVISION_ASKED && !followed ? DONE : "ASN-022";
            case SET_DAY -> "ASN-022";
            case RECEIVE -> verdict == Verdict.RECEIVED ? "ASN-024" : overtaken ? "ASN-025" : DONE;
            case ASK_REVISION -> verdict == Verdict.REVISION_ASKED ? "ASN-024" : overtaken ? "ASN-025" : DONE;
        };
    }

    @Test
    void sleepsUntilARevisionIsAskedFor() {
        Delivery first = delivery("L3", null, DAY);
        Delivery again = delivery("L5", "L3", DAY.plusMonths(4));
        LocalDate today = DAY.plusDays(1);
        assertThat(DeliveryState.of(again, first, today)).isEqualTo(DeliveryState.SLEEPING);
        Delivery handed = first.handedOver(new Delivery.HandedOver(DAY, "Förslaget", null, "Lin"));
        assertThat(DeliveryState.of(again, handed, today)).isEqualTo(DeliveryState.SLEEPING);
        assertThat(DeliveryState.of(again, said(handed, Verdict.RECEIVED), today))
                .isEqualTo(DeliveryState.NOT_NEEDED);
        assertThat(DeliveryState.of(again, said(handed, Verdict.REVISION_ASKED), today))
                .isEqualTo(DeliveryState.COMING);
    }

    @Test
    @Proves("R112")
    void isComingDueAndLateByItsDayAndUndatedWithoutOne() {
        Delivery delivery = delivery("L3", null, DAY);
        assertThat(DeliveryState.of(delivery, null, DAY.minusDays(1))).isEqualTo(DeliveryState.COMING);
        assertThat(DeliveryState.of(delivery, null, DAY)).isEqualTo(DeliveryState.DUE);
        assertThat(DeliveryState.of(delivery, null, DAY.plusDays(1))).isEqualTo(DeliveryState.LATE);
        assertThat(DeliveryState.of(delivery("S4", null, null), null, DAY)).isEqualTo(DeliveryState.UNDATED);
    }

    private static Delivery said(Delivery delivery, Verdict verdict) {
        return delivery.with(new Delivery.Outcome(verdict, DAY, "", "Kim"));
    }

    static Delivery delivery(String code, @Nullable String dependsOn, @Nullable LocalDate day) {
        return new Delivery(
                "U", code, Delivery.Kind.ACCOUNT, "LCHNV", "Redovisning", null, dependsOn, day, false, null, null, 0);
    }
}
