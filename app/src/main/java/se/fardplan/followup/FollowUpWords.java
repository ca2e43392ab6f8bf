package se.fardplan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Units;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** Rounds and answers as pages say them (uppföljningens ord): names for codes, days in words, signs for states. */
@Component
class FollowUpWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Organisation organisation;
    private final Units units;
    private final Strategies strategies;
    private final Texts texts;
    private final Clock clock;

    /** A state or judgement: shape and word. */
    record Sign(Glyph glyph, String word) {}

    record Link(String name, String href) {}

    FollowUpWords(Organisation organisation, Units units, Strategies strategies, Texts texts, Clock clock) {
        this.organisation = organisation;
        this.units = units;
        this.strategies = strategies;
        this.texts = texts;
        this.clock = clock;
    }

    String principal(String code) {
        return organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }

    String unit(String code) {
        return units.find(code).map(unit -> unit.nearest(today()).name()).orElse(code);
    }

    /** Whose it is: principals, a unit first; the county's support for its own plan. */
    String owner(Asked asked) {
        String principals = asked.owners().stream().map(this::principal).collect(Collectors.joining(", "));
        if (principals.isEmpty()) {
            return texts.of("round.countys");
        }
        return asked.unit() == null ? principals : unit(asked.unit()) + ", " + principals;
    }

    String goal(String code) {
        return strategies.findSubGoal(code).map(SubGoal::name).orElse(code);
    }

    /** The sub-goals in their order. */
    List<SubGoal> goals() {
        return strategies.listSubGoals();
    }

    Sign sign(Round round) {
        Glyph glyph = switch (round.state()) {
            case PLANNED -> Glyph.PLANNED;
            case OPEN -> Glyph.STARTED;
            case CLOSED -> Glyph.INTRODUCED;
        };
        return new Sign(glyph, texts.of("round.state." + round.state()));
    }

    /** @param answer null when nobody has written */
    Sign sign(@Nullable Answer answer) {
        if (answer == null) {
            return new Sign(Glyph.PLANNED, texts.of("answer.state.none"));
        }
        return switch (answer.state()) {
            case DRAFT -> new Sign(Glyph.STARTED, texts.of("answer.state.DRAFT"));
            case SENT -> new Sign(Glyph.INTRODUCED, texts.of("answer.state.SENT"));
        };
    }

    Sign sign(Answer.Progress progress) {
        Glyph glyph = switch (progress) {
            case ON_TRACK -> Glyph.STARTED;
            case PARTLY -> Glyph.GOAL_AHEAD;
            case NO -> Glyph.ENDED;
        };
        return new Sign(glyph, texts.of("answer.progress." + progress));
    }

    String period(Round round) {
        return texts.of("round.period", day(round.opens()), day(round.closes()));
    }

    /** Such as {@code struktur och kultur}; empty when neither is said. */
    String views(Answer.Told told) {
        if (told.structure() && told.culture()) {
            return texts.of("answer.views.both");
        }
        return told.structure()
                ? texts.of("answer.view.structure")
                : told.culture() ? texts.of("answer.view.culture") : "";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
