package se.fardplan.strategy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.access.CurrentUser;

/** Receipts in the database. */
@Repository
class ReceiptStore {

    private static final String OF_VERSION = """
            select place, name, at
            from strategy.receipt
            where version = :version
            order by at
            """;

    private static final String ADD = """
            insert into strategy.receipt (version, place, person, name, at)
            values (:version, :place, :person, :name, :at)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Receipt> list(String version) {
        return jdbc.sql(OF_VERSION)
                .param("version", version)
                .query((row, number) -> new Receipt(
                        row.getString("place"),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False when someone was first. */
    boolean add(String version, String place, CurrentUser by, Instant at) {
        return jdbc.sql(ADD)
                        .param("version", version)
                        .param("place", place)
                        .param("person", by.id())
                        .param("name", by.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
