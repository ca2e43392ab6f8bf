package se.fardplan.plans;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Timeline;
import se.fardplan.charts.Widths;

/** A plan's time line: each dated activity from its first to its last day, the first to begin on top (planens tidslinje). */
@Component
class PlanPicture {

    /** Rows in a picture. */
    static final int MOST = 30;

    /** Years outside the plan's own period that an activity may stretch the scale. */
    private static final int REACH = 5;

    private final PlanWords words;
    private final Texts texts;

    /** @param rest what it does not show, in sentences */
    record View(Widths drawn, List<String> rest) {}

    PlanPicture(PlanWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** Null while no activity has a day. */
    @Nullable
    View of(Plan plan, List<Activity> activities, LocalDate today) {
        Timeline line = line(plan, activities, today);
        return line == null
                ? null
                : new View(
                        Widths.of(line),
                        rest(activities.size(), dated(plan, activities).size()));
    }

    @Nullable
    Timeline line(Plan plan, List<Activity> activities, LocalDate today) {
        List<Days> dated = dated(plan, activities);
        if (dated.isEmpty()) {
            return null;
        }
        List<Days> shown = dated.stream().limit(MOST).toList();
        LocalDate first = Stream.concat(Stream.of(plan.from()), shown.stream().map(Days::first))
                .filter(day -> !day.isBefore(plan.from().minusYears(REACH)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = Stream.concat(Stream.of(plan.until()), shown.stream().map(Days::last))
                .filter(day -> !day.isAfter(plan.until().plusYears(REACH)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Timeline(
                new Caption("planens-tidslinje", texts.of("plan.picture"), summary(shown)),
                YearMonth.from(first),
                YearMonth.from(last),
                today,
                shown.stream().map(days -> row(days, first, last)).toList());
    }

    private Timeline.Row row(Days days, LocalDate first, LocalDate last) {
        boolean seen = !days.first().isAfter(YearMonth.from(last).atEndOfMonth())
                && !days.last().isBefore(first.withDayOfMonth(1));
        return new Timeline.Row(
                days.activity().title(),
                note(days.activity()),
                seen ? List.of(new Timeline.Span(days.first(), days.last(), days.form())) : List.of(),
                List.of());
    }

    private String note(Activity activity) {
        String mark = words.mark(activity);
        PartialDate from = activity.answers().from();
        PartialDate until = activity.answers().until();
        String when = from == null
                ? texts.of("plan.picture.until", until == null ? "" : until.words())
                : until == null
                        ? texts.of("plan.picture.from", from.words())
                        : texts.of("plan.picture.both", from.words(), until.words());
        return mark.isEmpty() ? when : texts.of("plan.picture.marked", when, mark);
    }

    /** For those who hear it: days as they are known, not as far as the bands reach. */
    private String summary(List<Days> shown) {
        return shown.stream()
                .map(Days::activity)
                .map(activity -> texts.of(
                        "plan.picture.row",
                        activity.title(),
                        Stream.of(words.when(activity.answers()), words.mark(activity))
                                .filter(said -> !said.isEmpty())
                                .collect(Collectors.joining(" "))))
                .collect(Collectors.joining(" "));
    }

    private List<String> rest(int all, int dated) {
        List<String> rest = new ArrayList<>();
        if (dated > MOST) {
            rest.add(texts.of("plan.picture.more", MOST, dated - MOST));
        }
        if (all > dated) {
            rest.add(texts.of("plan.picture.undated", all - dated));
        }
        return rest;
    }

    private static List<Days> dated(Plan plan, List<Activity> activities) {
        return activities.stream()
                .flatMap(activity -> Stream.ofNullable(Days.of(activity, plan)))
                .sorted(Comparator.comparing(Days::first).thenComparing(Days::last))
                .toList();
    }

    /** An activity's days as far as they may reach; a band for one whose first or last day is not set. */
    private record Days(Activity activity, LocalDate first, LocalDate last, Timeline.Form form) {

        static @Nullable Days of(Activity activity, Plan plan) {
            PartialDate from = activity.answers().from();
            PartialDate until = activity.answers().until();
            if (from != null && until != null) {
                return new Days(activity, from.first(), later(from.first(), until.last()), Timeline.Form.STEP);
            }
            if (from != null) {
                return new Days(activity, from.first(), later(from.last(), plan.until()), Timeline.Form.TRACK);
            }
            return until == null
                    ? null
                    : new Days(activity, earlier(until.first(), plan.from()), until.last(), Timeline.Form.TRACK);
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
