package se.fardplan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.followup.ExternalForm.Row;
import se.fardplan.followup.ExternalForm.Source;
import se.fardplan.followup.ExternalForm.View;

/** The forms of others in the database. */
@Repository
class FormStore {

    private static final String FORMS = """
            select code, title, receiver, note
            from followup.form
            order by place
            """;

    private static final String ROWS = """
            select number, question, sources, view, sub_goal
            from followup.form_row
            where form = :form
            order by number
            """;

    private static final String FORGET = "delete from followup.form";

    private static final String ADD = """
            insert into followup.form (code, place, title, receiver, note)
            values (:code, :place, :title, :receiver, :note)
            """;

    private static final String ADD_ROW = """
            insert into followup.form_row (form, number, question, sources, view, sub_goal)
            values (:form, :number, :question, :sources, :view, :subGoal)
            """;

    private final JdbcClient database;

    FormStore(JdbcClient database) {
        this.database = database;
    }

    /** In the package's order. */
    List<ExternalForm> list() {
        return database.sql(FORMS)
                .query((row, number) -> new ExternalForm(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("receiver"),
                        row.getString("note"),
                        rows(row.getString("code"))))
                .list();
    }

    void replace(List<ExternalForm> forms) {
        database.sql(FORGET).update();
        for (int place = 0; place < forms.size(); place++) {
            ExternalForm form = forms.get(place);
            database.sql(ADD)
                    .param("code", form.code())
                    .param("place", place)
                    .param("title", form.title())
                    .param("receiver", form.receiver())
                    .param("note", form.note())
                    .update();
            form.rows().forEach(row -> add(form, row));
        }
    }

    private void add(ExternalForm form, Row row) {
        View view = row.view();
        database.sql(ADD_ROW)
                .param("form", form.code())
                .param("number", row.number())
                .param("question", row.question())
                .param("sources", row.sources().stream().map(Source::name).toArray(String[]::new))
                .param("view", view == null ? null : view.name())
                .param("subGoal", row.subGoal())
                .update();
    }

    private List<Row> rows(String form) {
        return database.sql(ROWS).param("form", form).query(FormStore::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String view = row.getString("view");
        return new Row(
                row.getInt("number"),
                row.getString("question"),
                Arrays.stream((String[]) row.getArray("sources").getArray())
                        .map(Source::valueOf)
                        .toList(),
                view == null ? null : View.valueOf(view),
                row.getString("sub_goal"));
    }
}
