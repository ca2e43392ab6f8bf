package se.fardplan.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Direction;
import se.fardplan.indicators.GoalDistance;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Origin;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Position;
import se.fardplan.indicators.Spread;

/** What is said of a key figure (ord om nyckeltal): careful sentences by rule, never a cause, never a rank. */
@Component
class KeyFigureWords {

    private static final int SPELLED = 12;

    private final Texts texts;

    KeyFigureWords(Texts texts) {
        this.texts = texts;
    }

    /** The page's headline: where the area stands and which way it moves, as far as that is known. */
    String headline(Comparison comparison, Amounts amounts) {
        String name = comparison.figure().name();
        String place = place(comparison);
        Optional<Point> latest = comparison.headline().findLatest();
        if (latest.isEmpty()) {
            return text("headline.none." + comparison.figure().status(), name);
        }
        String direction = text("headline.direction." + directionKey(comparison.direction()));
        return switch (comparison.position()) {
            case Position.Judged judged -> text("headline.position." + judged.side(), name, place, direction);
            case Position.Undecidable ignored ->
                comparison.direction() instanceof Direction.Undecidable
                        ? text("headline.value", name, place, amounts.write(latest.get()), year(latest.get()))
                        : text("headline.direction.alone", name, place, direction);
        };
    }

    /** Who the figure is about in a sentence: the county, or the area the reader chose. */
    String place(Comparison comparison) {
        return switch (comparison.kind()) {
            case GROUP, OWN_MEAN -> comparison.countyName();
            case REGION, MUNICIPALITY, NATION, NONE ->
                comparison.headline().area().name();
        };
    }

    /** How the big number came about; empty where it is simply the area's own. */
    String kind(Comparison comparison) {
        return switch (comparison.kind()) {
            case GROUP -> text("kind.group");
            case OWN_MEAN -> text("kind.mean");
            case REGION, MUNICIPALITY, NATION, NONE -> "";
        };
    }

    String desired(KeyFigure figure) {
        return text("desired." + figure.desired());
    }

    String peers(boolean regions) {
        return text(regions ? "peers.regions" : "peers.municipalities");
    }

    String peers(Comparison comparison) {
        return peers(comparison.comparesRegions());
    }

    List<Judgement> judgements(Comparison comparison, Amounts amounts) {
        return List.of(position(comparison, amounts), goal(comparison.goal(), amounts), direction(comparison, amounts));
    }

    Judgement position(Comparison comparison, Amounts amounts) {
        return switch (comparison.position()) {
            case Position.Judged judged -> judged(judged, comparison, amounts);
            case Position.Undecidable none ->
                new Judgement(
                        text("position.label"),
                        Glyph.UNKNOWN,
                        text("undecidable"),
                        List.of(text("position.lack." + none.lack(), place(comparison))),
                        List.of(text("position.rule")));
        };
    }

    private Judgement judged(Position.Judged judged, Comparison comparison, Amounts amounts) {
        Position.Evidence evidence = judged.evidence();
        BigDecimal difference = evidence.difference();
        List<String> reasons = new ArrayList<>();
        String way = difference.signum() == 0 ? "same" : difference.signum() < 0 ? "lower" : "higher";
        reasons.add(text("position.difference." + way, amounts.distance(difference), year(evidence.own())));
        evidence.findHalf().ifPresent(half -> reasons.add(half(half, comparison)));
        reasons.add(text("uncertainty.unknown"));
        List<String> rule = new ArrayList<>(List.of(text("position.rule")));
        rule.add(text(
                "position.evidence",
                place(comparison),
                amounts.write(evidence.own()),
                amounts.write(evidence.nation()),
                year(evidence.own())));
        if (evidence.peerDistance() != null) {
            rule.add(text("position.usual.peers", peers(comparison), amounts.distance(evidence.peerDistance())));
        }
        if (evidence.ownChange() != null) {
            rule.add(text("position.usual.own", amounts.distance(evidence.ownChange())));
        }
        Optional.ofNullable(evidence.spread())
                .filter(Spread::complete)
                .ifPresent(spread -> rule.add(text(
                        "position.half",
                        peers(comparison),
                        amounts.write(spread.q1()),
                        amounts.write(spread.q3()),
                        spread.count(),
                        spread.of())));
        if (evidence.preliminary()) {
            rule.add(text("judgement.preliminary"));
        }
        return new Judgement(
                text("position.label"), glyph(judged.side()), text("position." + judged.side()), reasons, rule);
    }

    private String half(Spread.Half half, Comparison comparison) {
        return text("position.half." + half, peers(comparison));
    }

    Judgement goal(GoalDistance goal, Amounts amounts) {
        return switch (goal) {
            case GoalDistance.NoGoal ignored -> goal(Glyph.GOAL_NONE, "none", text("goal.none.reason"));
            case GoalDistance.NoValue ignored -> goal(Glyph.UNKNOWN, "unknown", text("goal.unknown.reason"));
            case GoalDistance.Reached reached ->
                goal(
                        Glyph.GOAL_REACHED,
                        "reached",
                        text("goal.reached.reason", amounts.write(reached.goal().value())));
            case GoalDistance.Left left ->
                goal(
                        Glyph.GOAL_AHEAD,
                        "left",
                        text(
                                "goal.left.reason",
                                amounts.distance(left.left()),
                                amounts.write(left.goal().value()),
                                Integer.toString(left.goal().year())));
        };
    }

    private Judgement goal(Glyph glyph, String key, String reason) {
        return new Judgement(
                text("goal.label"), glyph, text("goal." + key), List.of(reason), List.of(text("goal.rule")));
    }

    Judgement direction(Comparison comparison, Amounts amounts) {
        Direction direction = comparison.direction();
        String word = text("direction." + directionKey(direction));
        List<String> rule = new ArrayList<>(List.of(text("direction.rule." + overlap(comparison))));
        if (comparison.figure().overlapYears() > 1) {
            rule.add(text("direction.rule.overlap", comparison.figure().overlapYears()));
        }
        return switch (direction) {
            case Direction.Certain certain -> {
                evidence(certain.evidence(), amounts, rule);
                yield new Judgement(
                        label(certain.evidence()),
                        glyph(certain.course()),
                        word,
                        List.of(certain(certain, amounts), text("uncertainty.unknown")),
                        rule);
            }
            case Direction.NoCertainDifference none -> {
                evidence(none.evidence(), amounts, rule);
                yield new Judgement(label(none.evidence()), Glyph.STEADY, word, List.of(none(none, amounts)), rule);
            }
            case Direction.Undecidable none ->
                new Judgement(
                        text("direction.label"),
                        Glyph.UNKNOWN,
                        word,
                        List.of(text(
                                "direction.lack." + none.lack() + (none.since() == null ? "" : ".break"),
                                number(none.points()),
                                String.valueOf(none.since()),
                                comparison.figure().overlapYears())),
                        rule);
        };
    }

    private String certain(Direction.Certain certain, Amounts amounts) {
        Direction.Evidence evidence = certain.evidence();
        boolean risen = evidence.last().number().compareTo(evidence.first().number()) > 0;
        return text(
                risen ? "direction.risen" : "direction.fallen",
                amounts.write(evidence.first()),
                year(evidence.first()),
                amounts.write(evidence.last()),
                year(evidence.last()));
    }

    private String none(Direction.NoCertainDifference none, Amounts amounts) {
        Direction.Evidence evidence = none.evidence();
        if (none.why() == Direction.Why.NOT_ONE_WAY && evidence.outside()) {
            return text("direction.why.ONE_YEAR", year(evidence.last()));
        }
        return text(
                "direction.why." + none.why(),
                year(evidence.first()),
                year(evidence.last()),
                amounts.write(evidence.lowest()),
                amounts.write(evidence.highest()));
    }

    private void evidence(Direction.Evidence evidence, Amounts amounts, List<String> rule) {
        List<String> values = evidence.compared().stream()
                .map(point -> text("direction.value", amounts.write(point), year(point)))
                .toList();
        rule.add(text("direction.compared", String.join(", ", values)));
        rule.add(text(
                "direction.range",
                amounts.write(evidence.lowest()),
                year(evidence.lowest()),
                amounts.write(evidence.highest()),
                year(evidence.highest())));
        rule.add(text("direction.chance", evidence.points()));
        if (evidence.preliminary()) {
            rule.add(text("judgement.preliminary"));
        }
    }

    private String label(Direction.Evidence evidence) {
        return text("direction.label.since", year(evidence.first()));
    }

    private static String overlap(Comparison comparison) {
        return comparison.figure().desired() == KeyFigure.Desired.NONE ? "neutral" : "desired";
    }

    static String directionKey(Direction direction) {
        return switch (direction) {
            case Direction.Certain certain -> certain.course().name();
            case Direction.NoCertainDifference ignored -> "STEADY";
            case Direction.Undecidable ignored -> "UNDECIDABLE";
        };
    }

    private static Glyph glyph(Position.Side side) {
        return switch (side) {
            case LOWER -> Glyph.LOWER;
            case LEVEL -> Glyph.LEVEL;
            case HIGHER -> Glyph.HIGHER;
        };
    }

    private static Glyph glyph(Direction.Course course) {
        return switch (course) {
            case IMPROVES -> Glyph.IMPROVES;
            case WORSENS -> Glyph.WORSENS;
            case INCREASES -> Glyph.RISES;
            case DECREASES -> Glyph.FALLS;
        };
    }

    /** A count in words up to twelve, in the neuter: {@code ett}, {@code två}. */
    String number(int count) {
        return count <= SPELLED ? texts.of("standing.number." + count) : Integer.toString(count);
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The year, and beside it that the value was typed in where it was. */
    String when(Point point) {
        return point.origin() == Origin.HAND ? text("when.typed", year(point)) : year(point);
    }

    /** A year is written without grouping. */
    static String year(Point point) {
        return Integer.toString(point.year());
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
