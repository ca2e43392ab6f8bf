package se.fardplan.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports and every version of their texts. */
@Repository
class AnnualReportStore {

    private static final String ALL = """
            select r.year, r.state, r.vintage, r.frozen_at, r.frozen_by, r.sha256
              from reports.annual_report r
             order by r.year desc
            """;

    private static final String ONE = """
            select r.year, r.state, r.vintage, r.frozen_at, r.frozen_by, r.sha256
              from reports.annual_report r
             where r.year = :year
            """;

    private static final String MODEL = """
            select r.model
              from reports.annual_report r
             where r.year = :year
               and r.state = 'frozen'
            """;

    private static final String OPEN = """
            insert into reports.annual_report (year, state)
            values (:year, 'draft')
            on conflict do nothing
            """;

    /** Held to the end of the transaction, so that no text slips in beside a freeze. */
    private static final String LOCK = """
            select r.year, r.state, r.vintage, r.frozen_at, r.frozen_by, r.sha256
              from reports.annual_report r
             where r.year = :year
               for update
            """;

    private static final String FREEZE = """
            update reports.annual_report
               set state = 'frozen',
                   vintage = :vintage,
                   frozen_at = :at,
                   frozen_by = :by,
                   model = :model,
                   sha256 = :sha256
             where year = :year
            """;

    private static final String LATEST_TEXTS = """
            select distinct on (a.section) a.section, a.version, a.text, a.written_by, a.written_at
              from reports.analysis a
             where a.year = :year
             order by a.section, a.version desc
            """;

    private static final String VERSIONS = """
            select a.section, a.version, a.text, a.written_by, a.written_at
              from reports.analysis a
             where a.year = :year
               and a.section = :section
             order by a.version desc
            """;

    private static final String ADD_TEXT = """
            insert into reports.analysis (year, section, version, text, written_by, written_at)
            values (:year, :section, :version, :text, :by, :at)
            """;

    private final JdbcClient jdbc;

    AnnualReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest year first. */
    List<AnnualReport> list() {
        return jdbc.sql(ALL).query(AnnualReportStore::report).list();
    }

    Optional<AnnualReport> find(int year) {
        return jdbc.sql(ONE)
                .param("year", year)
                .query(AnnualReportStore::report)
                .optional();
    }

    Optional<String> findModel(int year) {
        return jdbc.sql(MODEL).param("year", year).query(String.class).optional();
    }

    /** The report of {@code year}, made when there was none, and no one else's to change until the transaction ends. */
    AnnualReport lock(int year) {
        jdbc.sql(OPEN).param("year", year).update();
        return jdbc.sql(LOCK)
                .param("year", year)
                .query(AnnualReportStore::report)
                .single();
    }

    void freeze(AnnualReport.Frozen report, String model) {
        jdbc.sql(FREEZE)
                .param("year", report.year())
                .param("vintage", report.vintage())
                .param("at", report.frozenAt().atOffset(ZoneOffset.UTC))
                .param("by", report.frozenBy())
                .param("model", model)
                .param("sha256", report.sha256())
                .update();
    }

    /** The latest version of each section that has one. */
    List<Analysis> listLatestTexts(int year) {
        return jdbc.sql(LATEST_TEXTS)
                .param("year", year)
                .query(AnnualReportStore::analysis)
                .list();
    }

    /** Every version of one section, the latest first. */
    List<Analysis> listVersions(int year, String section) {
        return jdbc.sql(VERSIONS)
                .param("year", year)
                .param("section", section)
                .query(AnnualReportStore::analysis)
                .list();
    }

    void add(int year, Analysis analysis) {
        jdbc.sql(ADD_TEXT)
                .param("year", year)
                .param("section", analysis.section())
                .param("version", analysis.version())
                .param("text", analysis.text())
                .param("by", analysis.writtenBy())
                .param("at", analysis.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static AnnualReport report(ResultSet row, int number) throws SQLException {
        int year = row.getInt("year");
        return switch (row.getString("state")) {
            case "draft" -> new AnnualReport.Draft(year);
            case "frozen" ->
                new AnnualReport.Frozen(
                        year,
                        row.getLong("vintage"),
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getString("frozen_by"),
                        row.getString("sha256"));
            case String other -> throw new IllegalStateException("the report of " + year + " is " + other);
        };
    }

    private static Analysis analysis(ResultSet row, int number) throws SQLException {
        return new Analysis(
                row.getString("section"),
                row.getInt("version"),
                row.getString("text"),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
