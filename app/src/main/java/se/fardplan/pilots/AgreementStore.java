package se.fardplan.pilots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreements of pilots in the database. */
@Repository
class AgreementStore {

    private static final String OF = """
            select id, plan, title, text, parties, ended, version from pilots.agreement where plan = :plan order by title, id
            """;

    private static final String SIGNATURES = """
            select agreement, principal, day, by
            from pilots.signature
            where agreement in (select id from pilots.agreement where plan = :plan)
            order by day, principal
            """;

    private static final String SAVE = """
            insert into pilots.agreement (id, plan, title, text, parties, ended)
            values (:id, :plan, :title, :text, :parties, :ended)
            on conflict (id) do update
            set title = excluded.title, text = excluded.text, parties = excluded.parties, ended = excluded.ended,
                version = agreement.version + 1
            """;

    private static final String UNSIGN = "delete from pilots.signature where agreement = :agreement";

    private static final String SIGN = """
            insert into pilots.signature (agreement, principal, day, by) values (:agreement, :principal, :day, :by)
            """;

    private final JdbcClient database;

    private record Of(UUID agreement, Agreement.Signature signature) {}

    AgreementStore(JdbcClient database) {
        this.database = database;
    }

    List<Agreement> list(UUID plan) {
        Map<UUID, List<Agreement.Signature>> signed = new HashMap<>();
        database.sql(SIGNATURES)
                .param("plan", plan)
                .query(AgreementStore::signature)
                .list()
                .forEach(of -> signed.computeIfAbsent(of.agreement(), id -> new ArrayList<>())
                        .add(of.signature()));
        return database.sql(OF)
                .param("plan", plan)
                .query((row, number) -> agreement(row, signed))
                .list();
    }

    Optional<Agreement> find(UUID plan, UUID id) {
        return list(plan).stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst();
    }

    void save(Agreement agreement) {
        database.sql(SAVE)
                .param("id", agreement.id())
                .param("plan", agreement.plan())
                .param("title", agreement.title())
                .param("text", agreement.text())
                .param("parties", agreement.parties().toArray(String[]::new))
                .param("ended", agreement.ended())
                .update();
        database.sql(UNSIGN).param("agreement", agreement.id()).update();
        agreement
                .signatures()
                .forEach(signature -> database.sql(SIGN)
                        .param("agreement", agreement.id())
                        .param("principal", signature.principal())
                        .param("day", signature.day())
                        .param("by", signature.by())
                        .update());
    }

    private static Of signature(ResultSet row, int number) throws SQLException {
        return new Of(
                row.getObject("agreement", UUID.class),
                new Agreement.Signature(
                        row.getString("principal"), row.getObject("day", LocalDate.class), row.getString("by")));
    }

    private static Agreement agreement(ResultSet row, Map<UUID, List<Agreement.Signature>> signed) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Agreement(
                id,
                row.getObject("plan", UUID.class),
                row.getString("title"),
                row.getString("text"),
                PilotStore.texts(row, "parties"),
                signed.getOrDefault(id, List.of()),
                row.getObject("ended", LocalDate.class),
                row.getLong("version"));
    }
}
