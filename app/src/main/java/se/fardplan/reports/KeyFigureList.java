package se.fardplan.reports;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.strategy.Passage;
import se.fardplan.strategy.SubGoal;

/**
 * All key figures in one table (nyckeltalslistan), by sub-goal unless the reader asks otherwise.
 *
 * @param decision that they are decided, on what ground and until when; empty where no decision is told
 * @param principles why just these were chosen
 */
record KeyFigureList(
        List<SubGoal> subGoals,
        List<Row> rows,
        int all,
        Order order,
        @Nullable String subGoal,
        Having having,
        List<String> decision,
        List<Passage> principles) {

    KeyFigureList {
        subGoals = List.copyOf(subGoals);
        rows = List.copyOf(rows);
        decision = List.copyOf(decision);
        principles = List.copyOf(principles);
    }

    /** How the rows are ordered (ordning); values of different measures are never ordered by size. */
    enum Order {
        SUB_GOAL("delmal"),
        NAME("namn"),
        DIRECTION("riktning");

        final String word;

        Order(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Order of(@Nullable String word) {
            return Stream.of(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElse(SUB_GOAL);
        }
    }

    /** Which rows are shown (urval). */
    enum Having {
        ALL("alla"),
        VALUES("med-varden"),
        NO_VALUES("utan-varden");

        final String word;

        Having(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Having of(@Nullable String word) {
            return Stream.of(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** Where the table in another order is; the filter is kept. */
    String ordered(Order by) {
        return "/nyckeltal?ordna=%s&delmal=%s&visa=%s".formatted(by.word, subGoal == null ? "" : subGoal, having.word);
    }

    /** For the heading's {@code aria-sort}; null where the table is not ordered by it. */
    @Nullable
    String sorted(Order by) {
        return order == by ? "ascending" : null;
    }

    /**
     * One key figure in the table (rad).
     *
     * @param view the figure as compared, for the file
     * @param value the latest value with its year, or the word for why there is none
     * @param position null where there is no value
     */
    record Row(
            SubGoal goal,
            KeyFigureView view,
            String code,
            String name,
            String measure,
            String value,
            boolean hasValue,
            @Nullable Judgement position,
            @Nullable Judgement direction) {}
}
