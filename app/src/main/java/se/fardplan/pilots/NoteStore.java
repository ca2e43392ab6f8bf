package se.fardplan.pilots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes of pilots in the database. */
@Repository
class NoteStore {

    private static final String OF = """
            select id, plan, kind, title, day, until_day, need_level, residents, fields, texts, decision, version
            from pilots.note
            where plan = :plan
            order by day nulls last, until_day nulls last, title, id
            """;

    private static final String ONE = """
            select id, plan, kind, title, day, until_day, need_level, residents, fields, texts, decision, version
            from pilots.note
            where id = :id
            """;

    private static final String SAVE = """
            insert into pilots.note (id, plan, kind, title, day, until_day, need_level, residents, fields, texts, decision)
            values (:id, :plan, :kind, :title, :day, :until, :needLevel, :residents, :fields, :texts, :decision)
            on conflict (id) do update
            set title = excluded.title, day = excluded.day, until_day = excluded.until_day,
                need_level = excluded.need_level, residents = excluded.residents, fields = excluded.fields,
                texts = excluded.texts, decision = excluded.decision, version = note.version + 1
            """;

    private final JdbcClient database;

    NoteStore(JdbcClient database) {
        this.database = database;
    }

    /** By day, those without one last. */
    List<Note> list(UUID plan) {
        return database.sql(OF).param("plan", plan).query(NoteStore::note).list();
    }

    Optional<Note> find(UUID id) {
        return database.sql(ONE).param("id", id).query(NoteStore::note).optional();
    }

    void save(Note note) {
        List<Note.Field> fields = List.copyOf(note.texts().keySet());
        database.sql(SAVE)
                .param("id", note.id())
                .param("plan", note.plan())
                .param("kind", note.kind().name())
                .param("title", note.title())
                .param("day", note.day())
                .param("until", note.until())
                .param("needLevel", note.needLevel())
                .param("residents", note.residents())
                .param("fields", fields.stream().map(Enum::name).toArray(String[]::new))
                .param("texts", fields.stream().map(note::text).toArray(String[]::new))
                .param("decision", note.decision())
                .update();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] texts = (String[]) row.getArray("texts").getArray();
        Map<Note.Field, String> all = new EnumMap<>(Note.Field.class);
        for (int i = 0; i < fields.length; i++) {
            all.put(Note.Field.valueOf(fields[i]), texts[i]);
        }
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                Note.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("need_level", Integer.class),
                row.getObject("residents", Integer.class),
                all,
                row.getObject("decision", UUID.class),
                row.getLong("version"));
    }
}
