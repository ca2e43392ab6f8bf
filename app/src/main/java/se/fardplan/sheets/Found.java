package se.fardplan.sheets;

import java.math.BigDecimal;

/** What stands in one cell of a file that came in (fynd), before anyone asks what it should be. */
sealed interface Found {

    /** Words, as they stand. */
    record Words(String text) implements Found {}

    /**
     * A number.
     *
     * @param dated true when the cell shows it as a day
     * @param from1904 true when the file counts its days from 1904
     */
    record Amount(BigDecimal number, boolean dated, boolean from1904) implements Found {}

    /** A formula whose result the file does not hold. */
    record Formula(String formula) implements Found {}

    /** An error such as {@code #REF!}. */
    record Fault(String code) implements Found {}

    Found NOTHING = new Words("");

    default boolean isBlank() {
        return this instanceof Words words && words.text().isBlank();
    }

    /** What a user sees in the cell. */
    default String written() {
        return switch (this) {
            case Words words -> words.text();
            case Amount amount -> Numbers.written(amount);
            case Formula formula -> "=" + formula.formula();
            case Fault fault -> fault.code();
        };
    }
}
