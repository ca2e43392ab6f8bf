package se.fardplan.plans;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.Units;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** Plans as pages say them (planernas ord): names for codes, days in words, the log's rows. */
@Component
class PlanWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Organisation organisation;
    private final Units units;
    private final Strategies strategies;
    private final Texts texts;

    /** A choice in a form. */
    record Choice(String value, String word, boolean chosen) {}

    PlanWords(Organisation organisation, Units units, Strategies strategies, Texts texts) {
        this.organisation = organisation;
        this.units = units;
        this.strategies = strategies;
        this.texts = texts;
    }

    String principal(String code) {
        return organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }

    /** A unit's name; of one that is no more, what became of it too. */
    String unit(String code) {
        return units.find(code).map(this::unit).orElse(code);
    }

    private String unit(Unit unit) {
        String name = unit.nearest(today()).name();
        if (unit.mergedInto() != null) {
            return texts.of("activity.unit.merged", name, unit(unit.mergedInto()));
        }
        LocalDate until = unit.until();
        return until != null && until.isBefore(today()) ? texts.of("activity.unit.ended", name, day(until)) : name;
    }

    String parties(Plan plan) {
        return plan.bound().stream().map(party -> principal(party.principal())).collect(Collectors.joining(", "));
    }

    String period(Plan plan) {
        return day(plan.from()) + " – " + day(plan.until());
    }

    String state(Plan plan) {
        return texts.of("plan.state." + plan.state());
    }

    /** The state, and the day the plan was handed in when it has been. */
    String stateAndSubmission(Plan plan) {
        LocalDate submitted = plan.submitted();
        return submitted == null ? state(plan) : texts.of("plan.state.submitted", state(plan), day(submitted));
    }

    /** With which municipalities a local plan is joint, seen from {@code principal}; empty when it is not. */
    String jointWith(Plan plan, String principal) {
        return plan.bound().stream()
                .map(Plan.Party::principal)
                .filter(other -> !other.equals(principal))
                .flatMap(other -> organisation.findPrincipal(other).stream())
                .filter(other -> other.kind() == Principal.Kind.MUNICIPALITY)
                .map(Principal::name)
                .collect(Collectors.joining(", "));
    }

    /** The names of the sub-goals an activity works for. */
    String subGoals(Activity activity) {
        return activity.subGoals().stream()
                .flatMap(code -> strategies.findSubGoal(code).stream())
                .map(SubGoal::name)
                .collect(Collectors.joining(", "));
    }

    static Glyph sign(Activity.State state) {
        return switch (state) {
            case PLANNED -> Glyph.PLANNED;
            case STARTED -> Glyph.STARTED;
            case INTRODUCED -> Glyph.INTRODUCED;
            case SUSTAINED -> Glyph.LASTING;
        };
    }

    static Glyph sign(Activity.Mark mark) {
        return switch (mark) {
            case LATE -> Glyph.LATE;
            case PAUSED -> Glyph.PAUSED;
            case ENDED -> Glyph.ENDED;
        };
    }

    /** Empty when nothing is out of the ordinary. */
    String mark(Activity activity) {
        return activity.mark() == null ? "" : texts.of("activity.mark." + activity.mark());
    }

    /** When an activity goes on, such as {@code våren 2026 – datum ej satt}. */
    String when(Activity.Answers answers) {
        PartialDate from = answers.from();
        PartialDate until = answers.until();
        if (from == null) {
            return until == null ? "" : texts.of("activity.when.until", until.words());
        }
        return until == null
                ? texts.of("activity.when.from", from.words())
                : texts.of("activity.when.both", from.words(), until.words());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static LocalDate today() {
        return LocalDate.now(HouseTime.SWEDEN);
    }
}
