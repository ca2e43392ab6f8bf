package se.fardplan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day when things go wrong (dålig dag): played by {@code ./test --bad-days}, one alone by its method's name. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Tag("bad-day")
public @interface BadDay {

    /** How many rows the tables that people write to have, and what is said of them. */
    record Rows(List<String> counts) {

        private static final List<String> TABLES = List.of(
                "access.account",
                "access.role_grant",
                "access.audit_entry",
                "organisation.unit",
                "people.ticket",
                "desk.letter");

        public static Rows of(JdbcClient database) {
            return of(database, TABLES.toArray(String[]::new));
        }

        public static Rows of(JdbcClient database, String... tables) {
            return new Rows(Stream.of(tables)
                    .map(table -> table + " "
                            + database.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single())
                    .toList());
        }

        /** Prints what the user saw, and the rows before and after. */
        public void tell(String day, String sentence, Rows after) {
            String changed = IntStream.range(0, counts.size())
                    .mapToObj(row -> counts.get(row).equals(after.counts.get(row))
                            ? counts.get(row)
                            : counts.get(row) + " → " + after.counts.get(row).replaceAll(".* ", ""))
                    .collect(Collectors.joining(", "));
            System.out.println("bad-day " + day + ": ”" + sentence + "” (" + changed + ")");
        }
    }
}
