package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;

/** Every state × act of a round and of an answer: what becomes of it, or a reason that a person understands. */
class RoundActTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Asked ASKED = new Asked(
            new UUID(2, 2),
            Asked.Kind.ACTIVITY,
            "Trygg hemgång",
            "/planera/aktiviteter/x",
            "Orsas plan",
            List.of("2034"),
            null,
            false,
            List.of("nara-for-mig"));
    private static final Told EMPTY = Told.NOTHING;
    private static final Told UNJUDGED = new Told(Map.of(Part.DONE, "Ett samtal"), Map.of(), true, false, true);
    private static final Told WHOLE =
            new Told(Map.of(Part.DONE, "Ett samtal"), Map.of("nara-for-mig", Progress.PARTLY), true, true, true);
    private static final Told NOT_OFFERED =
            new Told(Map.of(Part.DONE, "Ett samtal"), Map.of("nara-for-mig", Progress.NO), false, false, false);

    @ParameterizedTest(name = "{0} {1} with {2} missing: {3}")
    @CsvSource({
        "PLANNED, OPEN, 3, OPEN",
        "PLANNED, OPEN, 0, OPEN",
        "PLANNED, CLOSE, 3, FOL-002",
        "PLANNED, CLOSE, 0, FOL-002",
        "PLANNED, REOPEN, 3, FOL-003",
        "PLANNED, REOPEN, 0, FOL-003",
        "PLANNED, REMIND, 3, FOL-004",
        "PLANNED, REMIND, 0, FOL-004",
        "OPEN, OPEN, 3, FOL-001",
        "OPEN, OPEN, 0, FOL-001",
        "OPEN, CLOSE, 3, CLOSED",
        "OPEN, CLOSE, 0, CLOSED",
        "OPEN, REOPEN, 3, FOL-003",
        "OPEN, REOPEN, 0, FOL-003",
        "OPEN, REMIND, 3, OPEN",
        "OPEN, REMIND, 0, FOL-006",
        "CLOSED, OPEN, 3, FOL-001",
        "CLOSED, OPEN, 0, FOL-001",
        "CLOSED, CLOSE, 3, FOL-002",
        "CLOSED, CLOSE, 0, FOL-002",
        "CLOSED, REOPEN, 3, OPEN",
        "CLOSED, REOPEN, 0, OPEN",
        "CLOSED, REMIND, 3, FOL-004",
        "CLOSED, REMIND, 0, FOL-004",
    })
    void followsTheRulesOfARound(Round.State state, RoundAct act, int missing, String expected) {
        Round round = round(state, DAY.minusDays(9), DAY.plusDays(20), null);
        if (expected.startsWith("FOL-")) {
            assertThatThrownBy(() -> act.on(round, DAY, missing))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(expected));
        } else {
            assertThat(act.on(round, DAY, missing).state()).isEqualTo(Round.State.valueOf(expected));
        }
    }

    @Test
    void remindsOnceADay() {
        Round reminded = round(Round.State.OPEN, DAY.minusDays(9), DAY.plusDays(20), DAY);
        refuses(() -> RoundAct.REMIND.on(reminded, DAY, 3), "FOL-005");
        assertThat(RoundAct.REMIND.on(reminded, DAY.plusDays(1), 3)).isEqualTo(reminded);
    }

    @Test
    void opensBeforeItsDayFromThatDayOnAndNotAfterItsLast() {
        Round early = RoundAct.OPEN.on(round(Round.State.PLANNED, DAY.plusDays(3), DAY.plusDays(20), null), DAY, 0);
        assertThat(early.opens()).isEqualTo(DAY);
        refuses(
                () -> RoundAct.OPEN.on(round(Round.State.PLANNED, DAY.minusDays(9), DAY.minusDays(1), null), DAY, 0),
                "FOL-007");
    }

    @Test
    void reopensForTwoWeeksWhenItsLastDayHasBeen() {
        Round late = RoundAct.REOPEN.on(round(Round.State.CLOSED, DAY.minusDays(90), DAY.minusDays(60), null), DAY, 1);
        assertThat(late.closes()).isEqualTo(DAY.plusDays(14));
        Round again = RoundAct.REOPEN.on(round(Round.State.CLOSED, DAY.minusDays(9), DAY.plusDays(60), null), DAY, 1);
        assertThat(again.closes()).isEqualTo(DAY.plusDays(60));
    }

    /** Each state of an answer, none among them, in each state of its round. */
    static Stream<Arguments> answers() {
        return Arrays.stream(Round.State.values())
                .flatMap(round -> Stream.of("NONE", "DRAFT", "SENT", "SENT_PLAIN", "PUBLISHED")
                        .flatMap(answer -> Arrays.stream(AnswerAct.values())
                                .map(act -> Arguments.of(round, answer, act, expected(round, answer, act)))));
    }

    /** What becomes of an answer, or the code of the refusal. */
    static String expected(Round.State round, String answer, AnswerAct act) {
        boolean sent = !Set.of("NONE", "DRAFT").contains(answer);
        return switch (act) {
            case SAVE -> round != Round.State.OPEN ? "FOL-010" : sent ? "FOL-011" : "DRAFT";
            case SEND -> round != Round.State.OPEN ? "FOL-010" : "SENT";
            case PUBLISH ->
                !sent
                        ? "FOL-014"
                        : answer.equals("SENT_PLAIN") ? "FOL-015" : answer.equals("PUBLISHED") ? "FOL-016" : "SENT";
            case UNPUBLISH -> !sent ? "FOL-014" : answer.equals("PUBLISHED") ? "SENT" : "FOL-017";
        };
    }

    @ParameterizedTest(name = "round {0}, answer {1}, {2}: {3}")
    @MethodSource("answers")
    void followsTheRulesOfAnAnswer(Round.State state, String kind, AnswerAct act, String expected) {
        Round round = round(state, DAY.minusDays(9), DAY.plusDays(20), null);
        Answer before = before(kind);
        if (expected.startsWith("FOL-")) {
            refuses(() -> act.on(round, ASKED, before, WHOLE, "Någon", DAY), expected);
        } else {
            Answer after = act.on(round, ASKED, before, WHOLE, "Någon", DAY);
            assertThat(after.state()).isEqualTo(Answer.State.valueOf(expected));
            assertThat(after.published() != null).isEqualTo(act == AnswerAct.PUBLISH);
        }
    }

    @Test
    void isNotSentWithoutWordsOrAJudgementOfEachSubGoal() {
        Round round = round(Round.State.OPEN, DAY.minusDays(9), DAY.plusDays(20), null);
        refuses(() -> AnswerAct.SEND.on(round, ASKED, null, EMPTY, "Någon", DAY), "FOL-012");
        refuses(() -> AnswerAct.SEND.on(round, ASKED, null, UNJUDGED, "Någon", DAY), "FOL-013");
        assertThat(AnswerAct.SAVE.on(round, ASKED, null, EMPTY, "Någon", DAY).state())
                .isEqualTo(Answer.State.DRAFT);
    }

    /** What the county chose to show was other words. */
    @Test
    void isNoLongerShownWhenItIsSentAnew() {
        Round round = round(Round.State.OPEN, DAY.minusDays(9), DAY.plusDays(20), null);
        assertThat(AnswerAct.SEND
                        .on(round, ASKED, before("PUBLISHED"), WHOLE, "Någon", DAY)
                        .published())
                .isNull();
    }

    @Test
    void everyRefusalIsASentenceThatSaysWhatToDo() {
        Texts texts = Texts.standing();
        Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20)
                .map(number -> texts.of(new Refusal("FOL-%03d".formatted(number))))
                .forEach(sentence -> assertThat(sentence).endsWith(".").hasSizeGreaterThan(20));
    }

    private static @Nullable Answer before(String kind) {
        return switch (kind) {
            case "NONE" -> null;
            case "DRAFT" -> answer(Answer.State.DRAFT, WHOLE, null);
            case "SENT" -> answer(Answer.State.SENT, WHOLE, null);
            case "SENT_PLAIN" -> answer(Answer.State.SENT, NOT_OFFERED, null);
            case "PUBLISHED" -> answer(Answer.State.SENT, WHOLE, DAY.minusDays(1));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Answer answer(Answer.State state, Told told, @Nullable LocalDate published) {
        LocalDate sent = state == Answer.State.SENT ? DAY.minusDays(3) : null;
        return new Answer(new UUID(1, 1), ASKED.id(), state, told, published, sent, "Någon", 1);
    }

    private static Round round(Round.State state, LocalDate opens, LocalDate closes, @Nullable LocalDate reminded) {
        return new Round(
                new UUID(1, 1), 2026, "Uppföljning 2026", opens, closes, state, reminded, reminded == null ? 0 : 4, 1);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
