package se.fardplan.plans;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of activities between their preview and their saving: any copy of the server can go on with them. */
@Repository
class ActivityUploadStore {

    private static final String ADD = """
            insert into plans.upload (id, plan, person, file_name, content, at)
            values (:id, :plan, :person, :fileName, :content, :at)
            """;

    private static final String FIND = """
            select id, file_name, content
            from plans.upload
            where id = :id and plan = :plan and person = :person
            """;

    private static final String DELETE = """
            delete from plans.upload
            where id = :id or at < :before
            """;

    private final JdbcClient database;

    /** A file that someone has sent (uppladdad fil). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Upload(UUID id, String fileName, byte[] content) {}

    ActivityUploadStore(JdbcClient database) {
        this.database = database;
    }

    void add(Upload upload, UUID plan, UUID person, Instant at) {
        database.sql(ADD)
                .param("id", upload.id())
                .param("plan", plan)
                .param("person", person)
                .param("fileName", upload.fileName())
                .param("content", upload.content())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The file, for the one who sent it. */
    Optional<Upload> find(UUID id, UUID plan, UUID person) {
        return database.sql(FIND)
                .param("id", id)
                .param("plan", plan)
                .param("person", person)
                .query((row, number) -> new Upload(id, row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    /** Deletes one file, and all that were sent before {@code before}. */
    void delete(UUID id, Instant before) {
        database.sql(DELETE)
                .param("id", id)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
