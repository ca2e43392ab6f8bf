package se.fardplan.indicators;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kolada's catalogue of key figures and areas, as last told, with the history of titles (katalogen). */
@Repository
class CatalogueStore {

    /** Of several descriptions of one id the latest counts; what an older file says never takes a newer one's place. */
    private static final String TAKE_INDICATORS = """
            insert into indicators.indicator as i
                   (id, title, description, divided_by_sex, area_kind, auspice, operating_area, perspective,
                    preliminary_on, published_on, published_period, has_units, as_of, vanished_in)
            select distinct on (r.id)
                   r.id, r.title, r.description, r.divided_by_sex, r.area_kind, r.auspice, r.operating_area,
                   r.perspective, r.preliminary_on, r.published_on, r.published_period, r.has_units, s.as_of, null
              from indicators.received_indicator r
              join indicators.received_source s on s.number = r.source
             order by r.id, s.as_of desc, s.number desc
                on conflict (id) do update
               set title = excluded.title, description = excluded.description,
                   divided_by_sex = excluded.divided_by_sex, area_kind = excluded.area_kind,
                   auspice = excluded.auspice, operating_area = excluded.operating_area,
                   perspective = excluded.perspective, preliminary_on = excluded.preliminary_on,
                   published_on = excluded.published_on, published_period = excluded.published_period,
                   has_units = excluded.has_units, as_of = excluded.as_of, vanished_in = null
             where excluded.as_of >= i.as_of
               and (i.title, i.description, i.divided_by_sex, i.area_kind, i.auspice, i.operating_area, i.perspective,
                    i.preliminary_on, i.published_on, i.published_period, i.has_units, i.vanished_in)
                   is distinct from
                   (excluded.title, excluded.description, excluded.divided_by_sex, excluded.area_kind,
                    excluded.auspice, excluded.operating_area, excluded.perspective, excluded.preliminary_on,
                    excluded.published_on, excluded.published_period, excluded.has_units, null)
            """;

    private static final String CLOSE_INDICATOR_TITLES = """
            update indicators.indicator_title t
               set to_vintage = :vintage
              from indicators.indicator i
             where i.id = t.id and t.to_vintage is null and t.title <> i.title
            """;

    private static final String OPEN_INDICATOR_TITLES = """
            insert into indicators.indicator_title (id, title, from_vintage)
            select i.id, i.title, :vintage
              from indicators.indicator i
             where not exists (select 1 from indicators.indicator_title t where t.id = i.id and t.to_vintage is null)
            """;

    /** Gone from a whole catalogue: a list of at least half of what is known and of a thousand key figures. */
    private static final String MARK_VANISHED = """
            with told as (
                select count(distinct r.id) as figures, max(s.as_of) as as_of
                  from indicators.received_indicator r
                  join indicators.received_source s on s.number = r.source
            )
            update indicators.indicator i
               set vanished_in = :vintage
              from told
             where i.vanished_in is null
               and i.as_of <= told.as_of
               and told.figures >= 1000
               and told.figures * 2 >= (select count(*) from indicators.indicator k where k.vanished_in is null)
               and not exists (select 1 from indicators.received_indicator r where r.id = i.id)
            """;

    private static final String MARK_VANISHED_IDS = """
            update indicators.indicator
               set vanished_in = :vintage
             where vanished_in is null and id = any(:ids)
            """;

    private static final String TAKE_AREAS = """
            insert into indicators.area as a (id, title, kind, as_of)
            select distinct on (r.id) r.id, r.title, r.kind, s.as_of
              from indicators.received_area r
              join indicators.received_source s on s.number = r.source
             order by r.id, s.as_of desc, s.number desc
                on conflict (id) do update
               set title = excluded.title, kind = excluded.kind, as_of = excluded.as_of
             where excluded.as_of >= a.as_of and (a.title, a.kind) is distinct from (excluded.title, excluded.kind)
            """;

    private static final String CLOSE_AREA_TITLES = """
            update indicators.area_title t
               set to_vintage = :vintage
              from indicators.area a
             where a.id = t.id and t.to_vintage is null and t.title <> a.title
            """;

    private static final String OPEN_AREA_TITLES = """
            insert into indicators.area_title (id, title, from_vintage)
            select a.id, a.title, :vintage
              from indicators.area a
             where not exists (select 1 from indicators.area_title t where t.id = a.id and t.to_vintage is null)
            """;

    private static final String DROP_MEMBERS = """
            delete from indicators.area_member m
             where exists (select 1 from indicators.received_member r where r.group_id = m.group_id)
               and not exists (select 1 from indicators.received_member r
                                where r.group_id = m.group_id and r.member_id = m.member_id)
            """;

    private static final String TAKE_MEMBERS = """
            insert into indicators.area_member (group_id, member_id)
            select distinct r.group_id, r.member_id from indicators.received_member r
                on conflict do nothing
            """;

    private static final String FIND = """
            select i.id, i.title, i.description, i.divided_by_sex, i.area_kind, i.preliminary_on, i.published_on,
                   i.published_period, i.vanished_in is not null as vanished,
                   array(select t.title from indicators.indicator_title t
                          where t.id = i.id and t.to_vintage is not null
                          order by t.to_vintage desc) as former_titles
              from indicators.indicator i
             where i.id = :id
            """;

    /** An id outside the catalogue has vanished if there is a catalogue at all. */
    private static final String IS_KNOWN = """
            select exists (select 1 from indicators.observation o where o.indicator = :id)
                or exists (select 1 from indicators.hand_value h where h.indicator = :id)
            """;

    private static final String HAS_CATALOGUE = "select exists (select 1 from indicators.indicator)";

    private static final String AREAS = """
            select a.id, a.title, a.kind,
                   array(select m.member_id from indicators.area_member m
                          where m.group_id = a.id order by m.member_id) as members
              from indicators.area a
             order by a.id
            """;

    /** Ids that have values, yet no place in the catalogue. */
    private static final String VANISHED_WITH_VALUES = """
            select distinct r.indicator
              from indicators.received_cell r
             where exists (select 1 from indicators.indicator)
               and not exists (select 1 from indicators.indicator i
                                where i.id = r.indicator and i.vanished_in is null)
             order by r.indicator
            """;

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes over what the import received of the catalogue.
     *
     * @param vintage the number that the import will have if anything changes
     * @param gone ids that were asked for and that Kolada's catalogue does not have
     * @return how many entries changed
     */
    int take(long vintage, Collection<String> gone) {
        int changed = jdbc.sql(TAKE_INDICATORS).update()
                + jdbc.sql(MARK_VANISHED).param("vintage", vintage).update()
                + jdbc.sql(MARK_VANISHED_IDS)
                        .param("vintage", vintage)
                        .param("ids", gone.toArray(String[]::new))
                        .update()
                + jdbc.sql(TAKE_AREAS).update()
                + jdbc.sql(DROP_MEMBERS).update()
                + jdbc.sql(TAKE_MEMBERS).update();
        if (changed > 0) {
            jdbc.sql(CLOSE_INDICATOR_TITLES).param("vintage", vintage).update();
            jdbc.sql(OPEN_INDICATOR_TITLES).param("vintage", vintage).update();
            jdbc.sql(CLOSE_AREA_TITLES).param("vintage", vintage).update();
            jdbc.sql(OPEN_AREA_TITLES).param("vintage", vintage).update();
        }
        return changed;
    }

    Optional<CatalogueEntry> find(String id) {
        Optional<CatalogueEntry> entry =
                jdbc.sql(FIND).param("id", id).query(CatalogueStore::entry).optional();
        return entry.isPresent() || !hasValues(id) ? entry : Optional.of(outside(id));
    }

    List<CatalogueArea> listAreas() {
        return jdbc.sql(AREAS).query(CatalogueStore::area).list();
    }

    List<String> listReceivedOutsideCatalogue() {
        return jdbc.sql(VANISHED_WITH_VALUES)
                .query((row, number) -> row.getString("indicator"))
                .list();
    }

    private boolean hasValues(String id) {
        return jdbc.sql(IS_KNOWN).param("id", id).query(Boolean.class).single();
    }

    private CatalogueEntry outside(String id) {
        boolean vanished = jdbc.sql(HAS_CATALOGUE).query(Boolean.class).single();
        return new CatalogueEntry(id, null, "", null, null, null, null, null, null, vanished, List.of());
    }

    private static CatalogueEntry entry(ResultSet row, int number) throws SQLException {
        String title = row.getString("title");
        return new CatalogueEntry(
                row.getString("id"),
                title,
                row.getString("description"),
                row.getObject("divided_by_sex", Boolean.class),
                level(row.getString("area_kind")),
                row.getObject("preliminary_on", java.time.LocalDate.class),
                row.getObject("published_on", java.time.LocalDate.class),
                row.getString("published_period"),
                KoladaRow.Indicator.retiredAfter(title),
                row.getBoolean("vanished"),
                texts(row.getArray("former_titles")));
    }

    private static KeyFigure.@Nullable Level level(@Nullable String kind) {
        return switch (kind) {
            case "K" -> KeyFigure.Level.MUNICIPALITY;
            case "L" -> KeyFigure.Level.REGION;
            case "A" -> KeyFigure.Level.BOTH;
            case null, default -> null;
        };
    }

    private static CatalogueArea area(ResultSet row, int number) throws SQLException {
        return new CatalogueArea(
                row.getString("id"),
                row.getString("title"),
                CatalogueArea.Kind.valueOf(row.getString("kind")),
                texts(row.getArray("members")));
    }

    private static List<String> texts(Array array) throws SQLException {
        Object[] elements = (Object[]) array.getArray();
        return Arrays.stream(elements).map(Object::toString).toList();
    }
}
