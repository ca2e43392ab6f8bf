package se.fardplan.watch;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** Moments in words, Swedish time (tidpunkter). */
final class Times {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM 'kl.' HH.mm", Texts.SWEDISH).withZone(HouseTime.SWEDEN);

    private Times() {}

    /** Such as {@code 22 november kl. 17.02}. */
    static String words(Instant moment) {
        return MOMENT.format(moment);
    }
}
