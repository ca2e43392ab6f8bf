package se.fardplan.desk;

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

    /**
     * @param day in words; null for a line without a day
     * @param isoDay as a machine reads it; null with {@code day}
     */
    record Row(
            String title,
            @Nullable String detail,
            String address,
            @Nullable String day,
            @Nullable String isoDay,
            boolean late) {}
}
