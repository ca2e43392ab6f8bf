package se.fardplan.writing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;
import se.fardplan.plans.Shape;
import tools.jackson.databind.json.JsonMapper;

/** What the county package says of plans. */
@Repository
class TemplateStore {

    private static final String TEMPLATE = "select content from writing.template where shape = :shape";

    private static final String ADD_TEMPLATE =
            "insert into writing.template (shape, content) values (:shape, cast(:content as jsonb))";

    private static final String INITIATIVES = """
            select code, name, text, sources
            from writing.initiative
            order by place
            """;

    private static final String ADD_INITIATIVE = """
            insert into writing.initiative (code, place, name, text, sources)
            values (:code, :place, :name, :text, :sources)
            """;

    private static final List<String> CLEAR = List.of("delete from writing.template", "delete from writing.initiative");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    TemplateStore(JdbcClient database) {
        this.database = database;
    }

    void replace(WritingContent content) {
        CLEAR.forEach(sql -> database.sql(sql).update());
        content.templates()
                .forEach(template -> database.sql(ADD_TEMPLATE)
                        .param("shape", template.shape().name())
                        .param("content", JSON.writeValueAsString(template))
                        .update());
        int place = 0;
        for (Initiative initiative : content.initiatives()) {
            database.sql(ADD_INITIATIVE)
                    .param("code", initiative.code())
                    .param("place", place++)
                    .param("name", initiative.name())
                    .param("text", initiative.text())
                    .param("sources", Source.write(initiative.sources()))
                    .update();
        }
    }

    Optional<Template> find(Shape shape) {
        return database.sql(TEMPLATE)
                .param("shape", shape.name())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Template.class));
    }

    List<Initiative> listInitiatives() {
        return database.sql(INITIATIVES)
                .query((row, number) -> new Initiative(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("text"),
                        Source.read(row, "sources")))
                .list();
    }
}
