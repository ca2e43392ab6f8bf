package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** Pilots as pages say them (piloternas ord): names for codes, months in words, states with their signs. */
@Component
class PilotWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Texts.SWEDISH);
    private static final DateTimeFormatter MONTH_ALONE = DateTimeFormatter.ofPattern("MMMM", Texts.SWEDISH);

    private final Organisation organisation;
    private final Governance governance;
    private final Texts texts;

    PilotWords(Organisation organisation, Governance governance, Texts texts) {
        this.organisation = organisation;
        this.governance = governance;
        this.texts = texts;
    }

    String principal(String code) {
        return organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }

    String principals(List<String> codes) {
        return codes.stream().map(this::principal).collect(Collectors.joining(", "));
    }

    /** A body's name by its code; words that are no code stand for themselves. */
    String body(String code) {
        return governance.body(code).map(Body::name).orElse(code);
    }

    /** Such as {@code behovsnivå 1 och 2}; empty for none. */
    String levels(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return "";
        }
        List<String> all = numbers.stream().map(Object::toString).toList();
        String words = all.size() == 1
                ? all.getFirst()
                : texts.of("needLevel.and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
        return texts.of("needLevel.some", words);
    }

    /** Who answers for an activity in the joint leadership; empty for nobody. */
    String leadership(List<LeadershipLevel> levels) {
        return levels.isEmpty()
                ? ""
                : texts.of(
                        "leadership.of",
                        levels.stream()
                                .map(level -> texts.of("leadership.level." + level))
                                .collect(Collectors.joining(", ")));
    }

    /** When a note is for; empty when no day is set. */
    String when(Note note) {
        LocalDate day = note.day();
        LocalDate until = note.until();
        if (day == null) {
            return until == null ? "" : texts.of("note.until", day(until));
        }
        return until == null || until.equals(day) ? day(day) : texts.of("pilot.span", day(day), day(until));
    }

    String when(Trial trial) {
        LocalDate from = trial.from();
        LocalDate until = trial.until();
        if (from == null) {
            return until == null ? texts.of("trial.undated") : texts.of("note.until", day(until));
        }
        return until == null ? texts.of("trial.since", day(from)) : texts.of("pilot.span", day(from), day(until));
    }

    static Glyph sign(Pilot.State state) {
        return switch (state) {
            case PLANNED -> Glyph.PLANNED;
            case RUNNING -> Glyph.STARTED;
            case ENDED -> Glyph.ENDED;
        };
    }

    static Glyph sign(Trial trial) {
        Trial.Verdict verdict = trial.verdict();
        if (verdict != null) {
            return switch (verdict.course()) {
                case ADAPT -> Glyph.STARTED;
                case STOP -> Glyph.ENDED;
                case SPREAD -> Glyph.LASTING;
            };
        }
        return switch (trial.state()) {
            case IDEA -> Glyph.PLANNED;
            case TESTING -> Glyph.STARTED;
            case CLOSED, DECIDED -> Glyph.INTRODUCED;
        };
    }

    String state(Trial trial) {
        Trial.Verdict verdict = trial.verdict();
        return texts.of(verdict == null ? "trial.state." + trial.state() : "trial.verdict." + verdict.course());
    }

    static Glyph sign(Agreement.State state) {
        return switch (state) {
            case DRAFT -> Glyph.PLANNED;
            case SIGNED -> Glyph.INTRODUCED;
            case ENDED -> Glyph.ENDED;
        };
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Such as {@code april–september 2024}. */
    static String months(YearMonth from, YearMonth until) {
        if (from.equals(until)) {
            return MONTH.format(from);
        }
        return from.getYear() == until.getYear()
                ? MONTH_ALONE.format(from) + "–" + MONTH.format(until)
                : MONTH.format(from) + " – " + MONTH.format(until);
    }

    static String iso(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
