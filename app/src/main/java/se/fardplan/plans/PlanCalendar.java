package se.fardplan.plans;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.desk.Desk;
import se.fardplan.sheets.Calendar;

/**
 * A plan's days as a calendar (planens datum): when each activity begins and ends, and when the plan does. A day that is known
 * to its month or season alone stands on the last day it may mean, and says so in words.
 */
@Component
class PlanCalendar {

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
        Calendar calendar = new Calendar(plan.title(), clock.instant());
        for (Activity activity : activities) {
            PartialDate from = activity.answers().from();
            PartialDate until = activity.answers().until();
            if (activity.mark() == Activity.Mark.ENDED) {
                continue;
            }
            if (from != null) {
                add(calendar, activity, from, "from");
            }
            if (until != null) {
                add(calendar, activity, until, "until");
            }
        }
        calendar.day(
                "plan-" + plan.id(),
                plan.until(),
                texts.of("plan.ics.end", plan.title()),
                words.parties(plan),
                desk.link(plan.href()));
        return calendar.written().getBytes(StandardCharsets.UTF_8);
    }

    private void add(Calendar calendar, Activity activity, PartialDate day, String kind) {
        calendar.day(
                activity.id() + "-" + kind,
                day.last(),
                texts.of("plan.ics." + kind, activity.title()),
                texts.of(
                        "plan.ics.detail",
                        texts.of("plan.ics.day", day.words()),
                        words.principal(activity.owner()),
                        texts.of("activity.state." + activity.state())),
                desk.link(activity.href()));
    }
}
