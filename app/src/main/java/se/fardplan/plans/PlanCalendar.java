package se.fardplan.plans;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.desk.Desk;

/**
 * A plan's days as a calendar (iCalendar, RFC 5545): when each activity begins and ends, and when the plan does. A day that is
 * known to its month or season alone stands on the last day it may mean, and says so in words.
 */
@Component
class PlanCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** In octets, the line's end aside. */
    private static final int LONGEST_LINE = 75;

    private final PlanWords words;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    PlanCalendar(PlanWords words, Desk desk, Texts texts, Clock clock) {
        this.words = words;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    byte[] of(Plan plan, List<Activity> activities) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Färdplan//Planer//SV");
        line(file, "CALSCALE:GREGORIAN");
        line(file, "X-WR-CALNAME:" + escaped(plan.title()));
        for (Activity activity : activities) {
            PartialDate from = activity.answers().from();
            PartialDate until = activity.answers().until();
            if (activity.mark() == Activity.Mark.ENDED) {
                continue;
            }
            if (from != null) {
                event(file, activity, from, "from");
            }
            if (until != null) {
                event(file, activity, until, "until");
            }
        }
        event(
                file,
                "plan-" + plan.id(),
                plan.until(),
                texts.of("plan.ics.end", plan.title()),
                words.parties(plan),
                plan.href());
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(StringBuilder file, Activity activity, PartialDate day, String kind) {
        event(
                file,
                activity.id() + "-" + kind,
                day.last(),
                texts.of("plan.ics." + kind, activity.title()),
                texts.of(
                        "plan.ics.detail",
                        texts.of("plan.ics.day", day.words()),
                        words.principal(activity.owner()),
                        texts.of("activity.state." + activity.state())),
                activity.href());
    }

    private void event(StringBuilder file, String id, LocalDate day, String title, String detail, String href) {
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + id + "@fardplan");
        line(file, "DTSTAMP:" + MOMENT.format(clock.instant()));
        line(file, "DTSTART;VALUE=DATE:" + DAY.format(day));
        line(file, "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line(file, "SUMMARY:" + escaped(title));
        line(file, "DESCRIPTION:" + escaped(detail));
        line(file, "URL:" + desk.link(href));
        line(file, "TRANSP:TRANSPARENT");
        line(file, "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n?|\n", "\\\\n");
    }

    /** A line, folded before it grows too long and never within a letter. */
    private static void line(StringBuilder file, String text) {
        int used = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (used + size > LONGEST_LINE) {
                file.append("\r\n ");
                used = 1;
            }
            file.appendCodePoint(letter);
            used += size;
            at += Character.charCount(letter);
        }
        file.append("\r\n");
    }
}
