package se.fardplan.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk as its owner sees it (sidan Att göra).
 *
 * @param heading the point: how much there is to do and how much of it is late
 * @param roles who the owner is here, in a sentence
 * @param newsSince since when there is news, in words
 */
record DeskPage(String heading, String roles, List<Row> toDo, List<Row> news, String newsSince, List<Row> coming) {

    /** @param day null for a line without one */
    record Row(
            String title,
            @Nullable String detail,
            String address,
            @Nullable Day day,
            boolean late) {}

    /**
     * A day as the desk shows it.
     *
     * @param words such as {@code i morgon} or {@code 5 december}
     * @param number of the month
     * @param month short, such as {@code dec.}
     */
    record Day(LocalDate date, String words, String number, String month) {}
}
