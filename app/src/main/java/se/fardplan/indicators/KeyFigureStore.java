package se.fardplan.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** The county's key figures as the package gives them, with the Kolada ids that users have given. */
@Repository
class KeyFigureStore {

    /** An id given by a user counts as the figure's own, and makes it active. */
    private static final String FIGURES = """
            select f.code, f.position, f.name, f.printed_name, f.measure_title, f.definition,
                   coalesce(f.kolada_id, v.kolada_id) as kolada_id, f.printed_kolada_id, f.successor_id,
                   case when v.kolada_id is not null and f.status = 'NEEDS_VERIFICATION' then v.unit else f.unit end as unit,
                   f.desired, f.level,
                   case when v.kolada_id is not null and f.status = 'NEEDS_VERIFICATION' then 'ACTIVE' else f.status end
                       as status,
                   f.overlap_years, f.series_breaks, f.cautions, f.surveyed_by, f.national_indicator, f.sources
            from indicators.key_figure f
            left join indicators.key_figure_verification v on v.code = f.code
            order by f.position
            """;

    private static final String BACKGROUND = """
            select f.code, f.basis, f.basis_interpreted, f.printed_definition, f.survey_question, f.desired_interpreted,
                   f.national_indicator_interpreted, f.retired_after, f.successor_note, f.predecessor_id,
                   f.likely_kolada_id, f.notes, f.valid_from, f.valid_to, f.decision_reference,
                   v.kolada_id, v.unit, v.reference, v.given_by, v.given_at
            from indicators.key_figure f
            left join indicators.key_figure_verification v on v.code = f.code
            where f.code = :code
            """;

    private static final String DECISION = """
            select text, basis, until, sources
            from indicators.key_figure_decision
            """;

    private static final String DELETE = "delete from indicators.key_figure";

    private static final String SAVE = """
            insert into indicators.key_figure
                (code, position, name, printed_name, measure_title, definition, kolada_id, printed_kolada_id,
                 successor_id, unit, desired, level, status, overlap_years, series_breaks, cautions, surveyed_by,
                 national_indicator, sources, basis, basis_interpreted, printed_definition, survey_question,
                 desired_interpreted, national_indicator_interpreted, retired_after, successor_note, predecessor_id,
                 likely_kolada_id, notes, valid_from, valid_to, decision_reference)
            values (:code, :position, :name, :printedName, :measureTitle, :definition, :koladaId, :printedKoladaId,
                 :successorId, :unit, :desired, :level, :status, :overlapYears, :seriesBreaks, :cautions, :surveyedBy,
                 :nationalIndicator, :sources, :basis, :basisInterpreted, :printedDefinition, :surveyQuestion,
                 :desiredInterpreted, :nationalIndicatorInterpreted, :retiredAfter, :successorNote, :predecessorId,
                 :likelyKoladaId, :notes, :validFrom, :validTo, :decisionReference)
            """;

    private static final String DELETE_DECISION = "delete from indicators.key_figure_decision";

    private static final String SAVE_DECISION = """
            insert into indicators.key_figure_decision (text, basis, until, sources)
            values (:text, :basis, :until, :sources)
            """;

    private static final String VERIFY = """
            insert into indicators.key_figure_verification (code, kolada_id, unit, reference, given_by, given_at)
            values (:code, :koladaId, :unit, :reference, :by, :at)
            on conflict (code) do update
            set kolada_id = excluded.kolada_id, unit = excluded.unit, reference = excluded.reference,
                given_by = excluded.given_by, given_at = excluded.given_at
            """;

    private final JdbcClient jdbc;

    KeyFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeyFigure> list() {
        return jdbc.sql(FIGURES).query(KeyFigureStore::figure).list();
    }

    Optional<KeyFigureBackground> findBackground(String code) {
        return jdbc.sql(BACKGROUND)
                .param("code", code)
                .query(KeyFigureStore::background)
                .optional();
    }

    Optional<KeyFigureDecision> findDecision() {
        return jdbc.sql(DECISION)
                .query((row, number) -> new KeyFigureDecision(
                        row.getString("text"),
                        row.getString("basis"),
                        row.getString("until"),
                        Source.read(row, "sources")))
                .optional();
    }

    void replace(List<KeyFigureContent.Listed> figures, @Nullable KeyFigureDecision decision) {
        jdbc.sql(DELETE).update();
        figures.forEach(listed -> save(listed.figure(), listed.background()));
        jdbc.sql(DELETE_DECISION).update();
        if (decision != null) {
            jdbc.sql(SAVE_DECISION)
                    .param("text", decision.text())
                    .param("basis", decision.basis())
                    .param("until", decision.until())
                    .param("sources", Source.write(decision.sources()))
                    .update();
        }
    }

    void verify(String code, String koladaId, KeyFigure.Unit unit, String reference, String by, Instant at) {
        jdbc.sql(VERIFY)
                .param("code", code)
                .param("koladaId", koladaId)
                .param("unit", unit.name())
                .param("reference", reference)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void save(KeyFigure figure, KeyFigureBackground background) {
        jdbc.sql(SAVE)
                .param("code", figure.code())
                .param("position", figure.order())
                .param("name", figure.name())
                .param("printedName", figure.printedName())
                .param("measureTitle", figure.measureTitle())
                .param("definition", figure.definition())
                .param("koladaId", figure.koladaId())
                .param("printedKoladaId", figure.printedKoladaId())
                .param("successorId", figure.successorId())
                .param("unit", figure.unit().name())
                .param("desired", figure.desired().name())
                .param("level", figure.level().name())
                .param("status", figure.status().name())
                .param("overlapYears", figure.overlapYears())
                .param("seriesBreaks", figure.seriesBreaks().toArray(Integer[]::new))
                .param("cautions", figure.cautions().toArray(String[]::new))
                .param("surveyedBy", figure.surveyedBy())
                .param("nationalIndicator", figure.nationalIndicator())
                .param("sources", Source.write(figure.sources()))
                .param("basis", background.basis().name())
                .param("basisInterpreted", background.basisInterpreted())
                .param("printedDefinition", background.printedDefinition())
                .param("surveyQuestion", background.surveyQuestion())
                .param("desiredInterpreted", background.desiredInterpreted())
                .param("nationalIndicatorInterpreted", background.nationalIndicatorInterpreted())
                .param("retiredAfter", background.retiredAfter())
                .param("successorNote", background.successorNote())
                .param("predecessorId", background.predecessorId())
                .param("likelyKoladaId", background.likelyKoladaId())
                .param("notes", background.notes().toArray(String[]::new))
                .param("validFrom", background.validFrom())
                .param("validTo", background.validTo())
                .param("decisionReference", background.decisionReference())
                .update();
    }

    private static KeyFigure figure(ResultSet row, int number) throws SQLException {
        return new KeyFigure(
                row.getString("code"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("printed_name"),
                row.getString("measure_title"),
                row.getString("definition"),
                row.getString("kolada_id"),
                row.getString("printed_kolada_id"),
                row.getString("successor_id"),
                KeyFigure.Unit.valueOf(row.getString("unit")),
                KeyFigure.Desired.valueOf(row.getString("desired")),
                KeyFigure.Level.valueOf(row.getString("level")),
                KeyFigure.Status.valueOf(row.getString("status")),
                row.getInt("overlap_years"),
                List.of((Integer[]) row.getArray("series_breaks").getArray()),
                List.of((String[]) row.getArray("cautions").getArray()),
                row.getString("surveyed_by"),
                row.getObject("national_indicator", Integer.class),
                Source.read(row, "sources"));
    }

    private static KeyFigureBackground background(ResultSet row, int number) throws SQLException {
        return new KeyFigureBackground(
                row.getString("code"),
                KeyFigureBackground.Basis.valueOf(row.getString("basis")),
                row.getBoolean("basis_interpreted"),
                row.getString("printed_definition"),
                row.getString("survey_question"),
                row.getBoolean("desired_interpreted"),
                row.getBoolean("national_indicator_interpreted"),
                row.getObject("retired_after", Integer.class),
                row.getString("successor_note"),
                row.getString("predecessor_id"),
                row.getString("likely_kolada_id"),
                verification(row),
                List.of((String[]) row.getArray("notes").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("decision_reference"));
    }

    private static KeyFigureBackground.@Nullable Verification verification(ResultSet row) throws SQLException {
        String id = row.getString("kolada_id");
        return id == null
                ? null
                : new KeyFigureBackground.Verification(
                        id,
                        KeyFigure.Unit.valueOf(row.getString("unit")),
                        row.getString("reference"),
                        row.getString("given_by"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
