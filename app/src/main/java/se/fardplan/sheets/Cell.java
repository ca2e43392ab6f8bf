package se.fardplan.sheets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a table (cell). */
public sealed interface Cell {

    /** Words. */
    record Text(String text) implements Cell {}

    /** A whole number, such as a year; never grouped. */
    record Whole(long number) implements Cell {}

    /** A number with all its decimals; its scale is what is shown. */
    record Decimal(BigDecimal number) implements Cell {}

    /** No number, and the word for why, such as <i>visas ej</i>; never zero, never blank without a reason. */
    record None(String word) implements Cell {}

    /** A cell that has nothing to say. */
    static Cell blank() {
        return new Text("");
    }

    /** Words, or nothing where there are none. */
    static Cell text(@Nullable Object words) {
        return words == null ? blank() : new Text(words.toString());
    }

    /** The cell as a reader sees it and as CSV writes it: decimal comma, ordinary minus, no grouping. */
    default String written() {
        return switch (this) {
            case Text text -> text.text();
            case Whole whole -> Long.toString(whole.number());
            case Decimal decimal -> decimal.number().toPlainString().replace('.', ',');
            case None none -> none.word();
        };
    }
}
