package se.fardplan.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pilot municipalities and what has spread from them, in the database. */
@Repository
class SpreadStore {

    private static final String PILOTS = """
            select municipality, since, until, support
            from plans.pilot_municipality
            order by since, municipality
            """;

    private static final String SAVE_PILOT = """
            insert into plans.pilot_municipality (municipality, since, until, support)
            values (:municipality, :since, cast(:until as date), :support)
            on conflict (municipality, since) do update
            set until = excluded.until, support = excluded.support
            """;

    private static final String SPREADS = """
            select id, from_principal, to_principal, what, day
            from plans.spread
            order by day desc, id
            """;

    private static final String ADD = """
            insert into plans.spread (id, from_principal, to_principal, what, day)
            values (:id, :from, :to, :what, :day)
            """;

    private static final String LOCK = "lock table plans.pilot_municipality in exclusive mode";

    private final JdbcClient database;

    SpreadStore(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else mark a pilot until this transaction ends. */
    void lock() {
        database.sql(LOCK).update();
    }

    List<PilotMunicipality> listPilots() {
        return database.sql(PILOTS)
                .query((row, number) -> new PilotMunicipality(
                        row.getString("municipality"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getString("support")))
                .list();
    }

    void save(PilotMunicipality pilot) {
        database.sql(SAVE_PILOT)
                .param("municipality", pilot.municipality())
                .param("since", pilot.since())
                .param("until", pilot.until())
                .param("support", pilot.support())
                .update();
    }

    List<Spread> list() {
        return database.sql(SPREADS)
                .query((row, number) -> new Spread(
                        row.getObject("id", UUID.class),
                        row.getString("from_principal"),
                        row.getString("to_principal"),
                        row.getString("what"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    void add(Spread spread) {
        database.sql(ADD)
                .param("id", spread.id())
                .param("from", spread.from())
                .param("to", spread.to())
                .param("what", spread.what())
                .param("day", spread.day())
                .update();
    }
}
