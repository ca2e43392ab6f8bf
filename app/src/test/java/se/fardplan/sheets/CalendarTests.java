package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The calendar file, line by line as RFC 5545 wants it. */
class CalendarTests {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    @Test
    void holdsAWholeDay() {
        Calendar calendar = new Calendar("Uppdrag", NOW);
        calendar.day("U-L5", LocalDate.of(2026, 9, 8), "L5", "Till LCHNV", "https://example.org/l5");
        assertThat(calendar.written())
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Fardplan//Fardplan//SV",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:Uppdrag",
                        "BEGIN:VEVENT",
                        "UID:U-L5@fardplan",
                        "DTSTAMP:20260901T100000Z",
                        "DTSTART;VALUE=DATE:20260908",
                        "DTEND;VALUE=DATE:20260909",
                        "SUMMARY:L5",
                        "DESCRIPTION:Till LCHNV",
                        "URL:https://example.org/l5",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void escapesWhatHasAMeaning() {
        Calendar calendar = new Calendar("a;b,c\\d\ne", NOW);
        assertThat(calendar.written()).contains("X-WR-CALNAME:a\\;b\\,c\\\\d\\ne\r\n");
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        String title = "Återredovisning å ä ö 😀 ".repeat(20).strip();
        Calendar calendar = new Calendar("x", NOW);
        calendar.day("k", LocalDate.of(2026, 1, 1), title, "", null);
        String written = calendar.written();
        assertThat(written.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(written.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written);
    }
}
