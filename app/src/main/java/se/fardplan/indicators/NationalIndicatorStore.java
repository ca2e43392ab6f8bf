package se.fardplan.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** The national indicators and what their status codes mean. */
@Repository
class NationalIndicatorStore {

    private static final String INDICATORS = """
            select number, area, sub_area, printed_sub_area, sub_area_interpreted, sub_area_note, name, printed_name,
                   status_codes, sources
            from indicators.national_indicator
            where (cast(:area as text) is null or area = :area)
              and (cast(:status as integer) is null or :status = any(status_codes))
            order by number
            """;

    private static final String AREAS = """
            select area
            from indicators.national_indicator
            group by area
            order by min(number)
            """;

    private static final String STATUSES = """
            select code, text, as_of
            from indicators.national_status
            order by code
            """;

    private static final String DELETE = "delete from indicators.national_indicator";

    private static final String DELETE_STATUSES = "delete from indicators.national_status";

    private static final String SAVE = """
            insert into indicators.national_indicator
                (number, area, sub_area, printed_sub_area, sub_area_interpreted, sub_area_note, name, printed_name,
                 status_codes, sources)
            values (:number, :area, :subArea, :printedSubArea, :subAreaInterpreted, :subAreaNote, :name, :printedName,
                 :statusCodes, :sources)
            """;

    private static final String SAVE_STATUS = """
            insert into indicators.national_status (code, text, as_of)
            values (:code, :text, :asOf)
            """;

    private final JdbcClient jdbc;

    NationalIndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code area} with {@code status} among their codes; null asks for all. */
    List<NationalIndicator> list(@Nullable String area, @Nullable Integer status) {
        return jdbc.sql(INDICATORS)
                .param("area", area)
                .param("status", status)
                .query(NationalIndicatorStore::indicator)
                .list();
    }

    List<String> listAreas() {
        return jdbc.sql(AREAS).query((row, number) -> row.getString("area")).list();
    }

    List<NationalIndicator.Status> listStatuses() {
        return jdbc.sql(STATUSES)
                .query((row, number) ->
                        new NationalIndicator.Status(row.getInt("code"), row.getString("text"), row.getInt("as_of")))
                .list();
    }

    void replace(List<NationalIndicator> indicators, List<NationalIndicator.Status> statuses) {
        jdbc.sql(DELETE).update();
        indicators.forEach(this::save);
        jdbc.sql(DELETE_STATUSES).update();
        statuses.forEach(status -> jdbc.sql(SAVE_STATUS)
                .param("code", status.code())
                .param("text", status.text())
                .param("asOf", status.asOf())
                .update());
    }

    private void save(NationalIndicator indicator) {
        jdbc.sql(SAVE)
                .param("number", indicator.number())
                .param("area", indicator.area())
                .param("subArea", indicator.subArea())
                .param("printedSubArea", indicator.printedSubArea())
                .param("subAreaInterpreted", indicator.subAreaInterpreted())
                .param("subAreaNote", indicator.subAreaNote())
                .param("name", indicator.name())
                .param("printedName", indicator.printedName())
                .param("statusCodes", indicator.statusCodes().toArray(Integer[]::new))
                .param("sources", Source.write(indicator.sources()))
                .update();
    }

    private static NationalIndicator indicator(ResultSet row, int number) throws SQLException {
        return new NationalIndicator(
                row.getInt("number"),
                row.getString("area"),
                row.getString("sub_area"),
                row.getString("printed_sub_area"),
                row.getBoolean("sub_area_interpreted"),
                row.getString("sub_area_note"),
                row.getString("name"),
                row.getString("printed_name"),
                List.of((Integer[]) row.getArray("status_codes").getArray()),
                Source.read(row, "sources"));
    }
}
