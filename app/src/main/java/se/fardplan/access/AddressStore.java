package se.fardplan.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Network addresses that have failed to log in of late, in the database, by their hash. */
@Repository
class AddressStore {

    private static final String END_OF_FULL = """
            select window_ends
            from access.address_failure
            where address_hash = :address and failures >= :most
            """;

    private static final String COUNT = """
            insert into access.address_failure as known (address_hash, window_ends, failures)
            values (:address, :end, 1)
            on conflict (address_hash) do update
            set failures = case when known.window_ends <= :now then 1 else known.failures + 1 end,
                window_ends = case when known.window_ends <= :now then :end else known.window_ends end
            where known.window_ends <= :now or known.failures < :most
            """;

    private static final String FORGIVE = """
            update access.address_failure
            set failures = failures - 1
            where address_hash = :address and failures > 0
            """;

    private static final String DROP_PAST = """
            delete from access.address_failure
            where window_ends < :now
            """;

    private final JdbcClient database;

    AddressStore(JdbcClient database) {
        this.database = database;
    }

    /** When the window ends in which the address has failed {@code most} times; it may have ended. */
    Optional<Instant> findEndOfFull(String address, int most) {
        return database.sql(END_OF_FULL)
                .param("address", address)
                .param("most", most)
                .query((row, number) ->
                        row.getObject("window_ends", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** False, and nothing counted, where the address has failed {@code most} times in a window that goes on. */
    boolean count(String address, Instant now, Instant end, int most) {
        return database.sql(COUNT)
                        .param("address", address)
                        .param("now", AccountStore.utc(now))
                        .param("end", AccountStore.utc(end))
                        .param("most", most)
                        .update()
                > 0;
    }

    void forgive(String address) {
        database.sql(FORGIVE).param("address", address).update();
    }

    void dropPast(Instant now) {
        database.sql(DROP_PAST).param("now", AccountStore.utc(now)).update();
    }
}
