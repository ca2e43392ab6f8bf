package se.fardplan.writing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** Days and hours as the pages of plans say them. */
final class WritingWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Texts.SWEDISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMMM yyyy 'kl.' HH.mm", Texts.SWEDISH);

    private WritingWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String hour(Instant moment) {
        return HOUR.format(moment.atZone(HouseTime.SWEDEN));
    }
}
