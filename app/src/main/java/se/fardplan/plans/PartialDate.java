package se.fardplan.plans;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.Texts;

/**
 * A day as far as it is known (ungefärligt datum): a day, a month, a quarter, a season or a year. A day that is not set is no
 * date at all.
 *
 * @param year from 1900 to 2199; a winter's is the one it begins in
 * @param part 1–12 for a month, 1–4 for a quarter or a season (spring first), else 0
 * @param day 1–31 for a day, else 0
 */
public record PartialDate(Precision precision, int year, int part, int day) {

    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");
    private static final List<String> SEASONS = List.of("våren", "sommaren", "hösten", "vintern");
    private static final int SHORTEST_MONTH = 3;

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})(?:-(\\d{2}))?|([QS])([1-4])))?");
    private static final Pattern DAY_IN_WORDS = Pattern.compile("(\\d{1,2})\\s+(\\p{L}+)\\.?\\s+(\\d{4})");
    private static final Pattern IN_WORDS = Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{4})");
    private static final Pattern QUARTER =
            Pattern.compile("(?:kvartal|kv|q)\\.?\\s*([1-4])\\s+(\\d{4})|(\\d{4})\\s*(?:kvartal|kv|q)\\.?\\s*([1-4])");

    /** How much is known (noggrannhet). */
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        SEASON,
        YEAR
    }

    public PartialDate {
        if (year < 1900 || year > 2199) {
            throw new DateTimeException("expected a year from 1900 to 2199, got " + year);
        }
        boolean fits = switch (precision) {
            case DAY -> LocalDate.of(year, part, day) != null;
            case MONTH -> part >= 1 && part <= 12 && day == 0;
            case QUARTER, SEASON -> part >= 1 && part <= 4 && day == 0;
            case YEAR -> part == 0 && day == 0;
        };
        if (!fits) {
            throw new DateTimeException("no such " + precision + ": " + year + ", " + part + ", " + day);
        }
    }

    /**
     * What someone wrote: {@code 2026-03-01}, {@code 1 mars 2026}, {@code mars 2026}, {@code våren 2026}, {@code kvartal 1 2026}
     * or {@code 2026}; empty for what is none of them.
     */
    public static Optional<PartialDate> read(String written) {
        String text = written.strip().toLowerCase(Texts.SWEDISH).replaceAll("\\s+", " ");
        try {
            return Optional.ofNullable(readable(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static @Nullable PartialDate readable(String text) {
        Matcher code = CODE.matcher(text.toUpperCase(Locale.ROOT));
        if (code.matches()) {
            return ofCode(code);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            boolean first = quarter.group(1) != null;
            return new PartialDate(
                    Precision.QUARTER,
                    Integer.parseInt(quarter.group(first ? 2 : 3)),
                    Integer.parseInt(quarter.group(first ? 1 : 4)),
                    0);
        }
        Matcher day = DAY_IN_WORDS.matcher(text);
        if (day.matches() && month(day.group(2)) > 0) {
            return new PartialDate(
                    Precision.DAY, Integer.parseInt(day.group(3)), month(day.group(2)), Integer.parseInt(day.group(1)));
        }
        Matcher words = IN_WORDS.matcher(text);
        if (words.matches()) {
            int year = Integer.parseInt(words.group(2));
            int month = month(words.group(1));
            int season = season(words.group(1));
            return month > 0
                    ? new PartialDate(Precision.MONTH, year, month, 0)
                    : season > 0 ? new PartialDate(Precision.SEASON, year, season, 0) : null;
        }
        return null;
    }

    /** The date that {@link #code} gave. */
    public static PartialDate of(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a partial date such as 2026-Q1, got " + code);
        }
        return ofCode(matcher);
    }

    private static PartialDate ofCode(Matcher code) {
        int year = Integer.parseInt(code.group(1));
        if (code.group(3) != null) {
            return new PartialDate(
                    Precision.DAY, year, Integer.parseInt(code.group(2)), Integer.parseInt(code.group(3)));
        }
        if (code.group(2) != null) {
            return new PartialDate(Precision.MONTH, year, Integer.parseInt(code.group(2)), 0);
        }
        if (code.group(4) != null) {
            Precision precision = code.group(4).equals("Q") ? Precision.QUARTER : Precision.SEASON;
            return new PartialDate(precision, year, Integer.parseInt(code.group(5)), 0);
        }
        return new PartialDate(Precision.YEAR, year, 0, 0);
    }

    /** As it is kept: {@code 2026-03-01}, {@code 2026-03}, {@code 2026-Q1}, {@code 2026-S1} (spring) or {@code 2026}. */
    public String code() {
        return switch (precision) {
            case DAY -> "%04d-%02d-%02d".formatted(year, part, day);
            case MONTH -> "%04d-%02d".formatted(year, part);
            case QUARTER -> "%04d-Q%d".formatted(year, part);
            case SEASON -> "%04d-S%d".formatted(year, part);
            case YEAR -> Integer.toString(year);
        };
    }

    /** In Swedish, such as {@code våren 2026}; {@link #read} understands it. */
    public String words() {
        return switch (precision) {
            case DAY -> day + " " + MONTHS.get(part - 1) + " " + year;
            case MONTH -> MONTHS.get(part - 1) + " " + year;
            case QUARTER -> "kvartal " + part + " " + year;
            case SEASON -> SEASONS.get(part - 1) + " " + year;
            case YEAR -> Integer.toString(year);
        };
    }

    /** The first day it may mean. */
    public LocalDate first() {
        return switch (precision) {
            case DAY -> LocalDate.of(year, part, day);
            case MONTH -> LocalDate.of(year, part, 1);
            case QUARTER -> LocalDate.of(year, 3 * part - 2, 1);
            case SEASON -> LocalDate.of(year, 3 * part, 1);
            case YEAR -> LocalDate.of(year, Month.JANUARY, 1);
        };
    }

    /** The last day it may mean. */
    public LocalDate last() {
        return switch (precision) {
            case DAY -> first();
            case MONTH -> YearMonth.of(year, part).atEndOfMonth();
            case QUARTER, SEASON -> first().plusMonths(3).minusDays(1);
            case YEAR -> LocalDate.of(year, Month.DECEMBER, 31);
        };
    }

    /** From 1; 0 for no month. A short form is enough: {@code sept}. */
    private static int month(String word) {
        return word.length() < SHORTEST_MONTH
                ? 0
                : 1
                        + MONTHS.indexOf(MONTHS.stream()
                                .filter(month -> month.startsWith(word))
                                .findFirst()
                                .orElse(""));
    }

    /** From 1; 0 for no season. */
    private static int season(String word) {
        return 1
                + SEASONS.indexOf(SEASONS.stream()
                        .filter(season -> word.equals(season)
                                || season.replaceFirst("e?n$", "").equals(word))
                        .findFirst()
                        .orElse(""));
    }
}
