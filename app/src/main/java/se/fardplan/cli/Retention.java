package se.fardplan.cli;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.fardplan.Refusal;

/**
 * Which of a folder's backups are kept (gallring): the newest of each of the last days, weeks and months that have one.
 *
 * @param days how many days keep one, at least 1
 */
record Retention(int days, int weeks, int months) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3})");

    /**
     * As the setting is written, such as {@code 7,4,12}.
     *
     * @throws Refusal {@code BCK-015} it is written otherwise, or would keep nothing
     */
    static Retention of(String written) {
        var found = WRITTEN.matcher(written.replace(" ", ""));
        if (!found.matches() || Integer.parseInt(found.group(1)) == 0) {
            throw new Refusal("BCK-015", "fardplan.backup.keep", written);
        }
        return new Retention(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    /** Those that may go, oldest first. */
    List<LocalDateTime> past(List<LocalDateTime> all) {
        Set<LocalDateTime> kept = new HashSet<>(newestOfEach(all, LocalDateTime::toLocalDate, days));
        kept.addAll(newestOfEach(all, Retention::week, weeks));
        kept.addAll(newestOfEach(all, YearMonth::from, months));
        return all.stream().filter(at -> !kept.contains(at)).sorted().toList();
    }

    private static List<LocalDateTime> newestOfEach(
            List<LocalDateTime> all, Function<LocalDateTime, Object> period, int most) {
        Set<Object> seen = new HashSet<>();
        List<LocalDateTime> newest = new ArrayList<>();
        for (LocalDateTime at : all.stream().sorted(Comparator.reverseOrder()).toList()) {
            if (seen.size() < most && seen.add(period.apply(at))) {
                newest.add(at);
            }
        }
        return newest;
    }

    private static List<Integer> week(LocalDateTime at) {
        return List.of(at.get(IsoFields.WEEK_BASED_YEAR), at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
