package se.fardplan.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files between their preview and their saving, in the database: any copy of the server can go on with them. */
@Repository
class UploadStore {

    private static final String ADD = """
            insert into people.upload (id, register, person, file_name, content, at)
            values (:id, :register, :person, :fileName, :content, :at)
            """;

    private static final String BY_ID = """
            select id, file_name, content
            from people.upload
            where id = :id and register = :register and person = :person
            """;

    private static final String DELETE = "delete from people.upload where id = :id or at < :before";

    private final JdbcClient jdbc;

    /** A file that someone has sent (uppladdad fil). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Upload(UUID id, String fileName, byte[] content) {}

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Upload upload, String register, UUID person, Instant at) {
        jdbc.sql(ADD)
                .param("id", upload.id())
                .param("register", register)
                .param("person", person)
                .param("fileName", upload.fileName())
                .param("content", upload.content())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The file, for the one who sent it. */
    Optional<Upload> find(UUID id, String register, UUID person) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .param("register", register)
                .param("person", person)
                .query((row, number) -> new Upload(id, row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    /** Deletes one file, and all that were sent before {@code before}. */
    void delete(UUID id, Instant before) {
        jdbc.sql(DELETE)
                .param("id", id)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
