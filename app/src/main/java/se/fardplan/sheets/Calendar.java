package se.fardplan.sheets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Whole days to take into one's own calendar (kalenderfil), as iCalendar, RFC 5545. */
public final class Calendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_OCTETS = 75;

    private final StringBuilder lines = new StringBuilder();
    private final Instant written;

    /** @param name what a calendar program calls it @param written the moment the file was made */
    public Calendar(String name, Instant written) {
        this.written = written;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Fardplan//Fardplan//SV");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        text("X-WR-CALNAME", name);
    }

    /**
     * Adds a whole day.
     *
     * @param key the same for the same thing each time, so that a program that reads the file again changes its own
     * @param page where more is; null when there is none
     */
    public void day(String key, LocalDate day, String title, String detail, @Nullable String page) {
        line("BEGIN:VEVENT");
        text("UID", key + "@fardplan");
        line("DTSTAMP:" + MOMENT.format(written));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        text("SUMMARY", title);
        text("DESCRIPTION", detail);
        if (page != null) {
            line("URL:" + page);
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The file, every line ended by CR and LF and none longer than 75 octets. */
    public String written() {
        return lines + "END:VCALENDAR\r\n";
    }

    private void text(String name, String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
        line(name + ":" + escaped);
    }

    /** Folded between characters, never within one: what goes on begins with a space, which counts too. */
    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int point = content.codePointAt(at);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += size;
            at += Character.charCount(point);
        }
        lines.append("\r\n");
    }
}
