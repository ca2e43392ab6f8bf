package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The steps of a pilot in time (förlopp): which overlap, and where none goes on. Both are for information. */
record Course(List<Step> all) {

    Course {
        all = List.copyOf(all);
    }

    /** Two steps that go on at once, from the one month to the other. */
    record Overlap(Step one, Step other, YearMonth from, YearMonth until) {}

    /** Months between steps, when none goes on. */
    record Gap(Step after, Step before, YearMonth from, YearMonth until) {}

    List<Step> steps() {
        return all.stream()
                .filter(step -> step.kind() == Step.Kind.STEP)
                .sorted(Comparator.comparing(Step::from).thenComparing(Step::until))
                .toList();
    }

    List<Step> tracks() {
        return all.stream().filter(step -> step.kind() == Step.Kind.TRACK).toList();
    }

    List<Overlap> overlaps() {
        List<Step> steps = steps();
        List<Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < steps.size(); one++) {
            for (Step other : steps.subList(one + 1, steps.size())) {
                Step first = steps.get(one);
                if (!other.from().isAfter(first.until())) {
                    overlaps.add(new Overlap(
                            first,
                            other,
                            other.from(),
                            first.until().isBefore(other.until()) ? first.until() : other.until()));
                }
            }
        }
        return overlaps;
    }

    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        List<Step> steps = steps();
        for (int i = 1; i < steps.size(); i++) {
            Step reached = steps.subList(0, i).stream()
                    .max(Comparator.comparing(Step::until))
                    .orElseThrow();
            Step next = steps.get(i);
            if (next.from().isAfter(reached.until().plusMonths(1))) {
                gaps.add(new Gap(
                        reached,
                        next,
                        reached.until().plusMonths(1),
                        next.from().minusMonths(1)));
            }
        }
        return gaps;
    }

    /** The steps that go on in the month of {@code day}. */
    List<Step> at(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return steps().stream().filter(step -> step.covers(month)).toList();
    }

    /** The steps that begin after the month of {@code day}, the nearest first. */
    Stream<Step> after(LocalDate day) {
        return steps().stream().filter(step -> step.from().isAfter(YearMonth.from(day)));
    }

    /** Codes of the steps that begin only after {@code last}, among {@code codes}. */
    List<Step> notYetBegun(List<String> codes, LocalDate last) {
        return steps().stream()
                .filter(step -> codes.contains(step.code()) && step.first().isAfter(last))
                .toList();
    }
}
