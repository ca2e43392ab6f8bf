package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fardplan.Proves;

/** Which body may do what. */
class BodyTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Body body(Body.Kind kind, Body.Standing standing, @Nullable LocalDate validTo) {
        return new Body(
                "NS", "Norrby styrgrupp", List.of("Norbby styr"), kind, standing, true, null, null, List.of(), validTo);
    }

    @ParameterizedTest
    @EnumSource(Body.Kind.class)
    @Proves("R233")
    void anAdvisoryBodyMayCommentButNotDecide(Body.Kind kind) {
        boolean advisory = kind == Body.Kind.ADVISORY || kind == Body.Kind.CONSULTANT;
        Body body = body(kind, Body.Standing.CURRENT, null);

        for (Decision.Form form :
                List.of(Decision.Form.DECISION, Decision.Form.ASSIGNMENT, Decision.Form.RECOMMENDATION)) {
            assertThat(body.hindrance(form, DAY))
                    .isEqualTo(advisory ? Optional.of(Body.Hindrance.ADVISORY) : Optional.empty());
        }
        for (Decision.Form form : List.of(Decision.Form.CONSULTATION, Decision.Form.INFORMATION)) {
            assertThat(body.hindrance(form, DAY)).isEmpty();
        }
    }

    @Test
    void aProposedBodyDoesNothing() {
        Body proposed = body(Body.Kind.PILOT, Body.Standing.PROPOSED, null);

        assertThat(proposed.hindrance(Decision.Form.CONSULTATION, DAY)).contains(Body.Hindrance.PROPOSED);
    }

    @Test
    void anEndedBodyDecidedUpToItsLastDay() {
        Body ended = body(Body.Kind.STEERING_GROUP, Body.Standing.ENDED, DAY);

        assertThat(ended.hindrance(Decision.Form.DECISION, DAY)).isEmpty();
        assertThat(ended.hindrance(Decision.Form.DECISION, DAY.plusDays(1))).contains(Body.Hindrance.ENDED);
    }

    @Test
    void answersToEveryNameInAnyCase() {
        Body body = body(Body.Kind.LOCAL, Body.Standing.CURRENT, null);

        assertThat(List.of("ns", " NORRBY STYRGRUPP ", "norbby Styr")).allMatch(body::isCalled);
        assertThat(body.isCalled("Norrby")).isFalse();
        assertThat(body.matches("bby")).isTrue();
    }
}
