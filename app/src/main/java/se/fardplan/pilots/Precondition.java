package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be in place before a pilot starts (förutsättning).
 *
 * @param number its place in the pilot's list, from 1
 * @param met who confirmed it and when; null while nobody has
 */
record Precondition(
        UUID plan, int number, String text, @Nullable Met met, long version) {

    /** That it is in place (bekräftelse). @param words how it was secured */
    record Met(LocalDate day, String by, String words) {}

    /** Those that nobody has confirmed, by their words; empty when all are met. */
    static String unmet(List<Precondition> all) {
        return all.stream()
                .filter(precondition -> precondition.met() == null)
                .map(Precondition::text)
                .collect(Collectors.joining(", "));
    }
}
