package se.fardplan.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One thing that Kolada told us, in either of its shapes (rad ur Kolada). */
sealed interface KoladaRow {

    /** The kinds of answer, one to a file. */
    enum Kind {
        VALUES,
        INDICATORS,
        AREAS,
        GROUPS
    }

    Kind kind();

    /**
     * The value of one sex in a data row (cell).
     *
     * @param value to the last decimal received; null when there is none
     */
    record Cell(
            String indicator,
            String area,
            int year,
            Sex sex,
            @Nullable BigDecimal value,
            State state) implements KoladaRow {

        @Override
        public Kind kind() {
            return Kind.VALUES;
        }
    }

    /**
     * A key figure of Kolada's catalogue.
     *
     * @param areaKind K, L or A (both); null when not given
     * @param publishedPeriod the period that the next publication will hold, such as {@code 2025}
     */
    record Indicator(
            String id,
            String title,
            String description,
            @Nullable Boolean dividedBySex,
            @Nullable String areaKind,
            @Nullable String auspice,
            @Nullable String operatingArea,
            @Nullable String perspective,
            @Nullable LocalDate preliminaryOn,
            @Nullable LocalDate publishedOn,
            @Nullable String publishedPeriod,
            @Nullable Boolean hasUnits)
            implements KoladaRow {

        private static final Pattern RETIRED = Pattern.compile("\\(\\s*-\\s*(\\d{4})\\s*\\)");

        @Override
        public Kind kind() {
            return Kind.INDICATORS;
        }

        /** The last year of a retired key figure, whose title ends {@code (-2024)}; null while it lives. */
        static @Nullable Integer retiredAfter(String title) {
            Matcher found = RETIRED.matcher(title);
            return found.find() ? Integer.valueOf(found.group(1)) : null;
        }
    }

    /** A municipality (K), a region or the nation (L). */
    record Municipality(String id, String title, String type) implements KoladaRow {

        @Override
        public Kind kind() {
            return Kind.AREAS;
        }
    }

    /** A group of municipalities or regions, whose value is their unweighted mean. */
    record Group(String id, String title, List<String> members) implements KoladaRow {

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public Kind kind() {
            return Kind.GROUPS;
        }
    }
}
