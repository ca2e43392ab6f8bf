package se.fardplan.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One figure for one area and sex over time (serie).
 *
 * @param points in the order of their years, at most one a year; a year that nobody surveyed has none
 * @param computed true when the values are our own, which may not name Kolada as their source
 */
public record Series(Area area, Sex sex, List<Point> points, boolean computed) {

    public Series {
        points = points.stream().sorted(Comparator.comparingInt(Point::year)).toList();
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).year() == points.get(i - 1).year()) {
                throw new IllegalArgumentException(
                        "two points in %d for %s".formatted(points.get(i).year(), area.code()));
            }
        }
    }

    /** The series of {@code area} and {@code sex} among {@code observations}, which may hold others too. */
    static Series of(Area area, Sex sex, Collection<Observation> observations) {
        return new Series(
                area,
                sex,
                observations.stream()
                        .filter(observation -> observation.area().equals(area.code()) && observation.sex() == sex)
                        .map(Point::of)
                        .toList(),
                false);
    }

    /** The points that may carry a judgement, in the order of their years. */
    public List<Point> counted() {
        return points.stream().filter(Point::counts).toList();
    }

    /** The latest point that counts. */
    public Optional<Point> findLatest() {
        List<Point> counted = counted();
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.getLast());
    }

    /** The point of {@code year}, whatever its state. */
    public Optional<Point> find(int year) {
        return points.stream().filter(point -> point.year() == year).findFirst();
    }

    /** True when some year has a number to show. */
    public boolean hasValues() {
        return points.stream().anyMatch(Point::hasValue);
    }

    /** The same without the years before {@code year}. */
    Series from(int year) {
        return new Series(
                area, sex, points.stream().filter(point -> point.year() >= year).toList(), computed);
    }

    /** The points that count and can be compared with the latest: none from before the last series break. */
    List<Point> unbroken(Collection<Integer> breaks) {
        List<Point> counted = counted();
        if (counted.isEmpty()) {
            return counted;
        }
        int latest = counted.getLast().year();
        int from = breaks.stream()
                .mapToInt(Integer::intValue)
                .filter(year -> year <= latest)
                .max()
                .orElse(Integer.MIN_VALUE);
        return counted.stream().filter(point -> point.year() >= from).toList();
    }

    /**
     * The points of {@code unbroken} that share no survey year, counted backwards from the latest: where a value is the
     * mean of three years, only every third.
     */
    static List<Point> separate(List<Point> unbroken, int overlapYears) {
        List<Point> found = new ArrayList<>();
        for (Point point : unbroken.reversed()) {
            if (found.isEmpty() || found.getLast().year() - point.year() >= overlapYears) {
                found.add(point);
            }
        }
        return List.copyOf(found.reversed());
    }
}
