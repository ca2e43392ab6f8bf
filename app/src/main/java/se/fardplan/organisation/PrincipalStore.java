package se.fardplan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Principals and every name that leads to one, or to a body. */
@Repository
class PrincipalStore {

    private static final String VALID_ON = """
            select code, name, kind, tile_column, tile_row
            from organisation.principal
            where (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to >= :day)
            order by kind, name collate "sv-x-icu"
            """;

    private static final String BY_CODE = """
            select code, name, kind, tile_column, tile_row
            from organisation.principal
            where code = :code
            """;

    private static final String SOURCES = "select sources from organisation.principal where code = :code";

    private static final String ALIASES = """
            select name, code, kind, official_name, valid_from, valid_to, note
            from organisation.alias
            order by official_name, name
            """;

    private static final String BY_ALIAS = """
            select name, code, kind, official_name, valid_from, valid_to, note
            from organisation.alias
            where lower(name) = :name
            order by official_name, name
            """;

    private static final String DELETE = "delete from organisation.principal where code <> all(:codes)";

    private static final String SAVE = """
            insert into organisation.principal
                (code, name, kind, tile_column, tile_row, valid_from, valid_to, sources)
            values (:code, :name, :kind, :column, :row, :validFrom, :validTo, :sources)
            on conflict (code) do update
            set name = excluded.name, kind = excluded.kind, tile_column = excluded.tile_column,
                tile_row = excluded.tile_row, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                sources = excluded.sources
            """;

    private static final String DELETE_ALIASES = "delete from organisation.alias";

    private static final String SAVE_ALIAS = """
            insert into organisation.alias (name, code, kind, official_name, valid_from, valid_to, note)
            values (:name, :code, :kind, :officialName, :validFrom, :validTo, :note)
            """;

    private final JdbcClient jdbc;

    PrincipalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Principal> listValidOn(LocalDate day) {
        return jdbc.sql(VALID_ON)
                .param("day", day)
                .query(PrincipalStore::principal)
                .list();
    }

    Optional<Principal> find(String code) {
        return jdbc.sql(BY_CODE)
                .param("code", code)
                .query(PrincipalStore::principal)
                .optional();
    }

    List<Source> listSources(String code) {
        return jdbc.sql(SOURCES)
                .param("code", code)
                .query((row, number) -> Source.read(row, "sources"))
                .optional()
                .orElse(List.of());
    }

    List<Alias> listAliases() {
        return jdbc.sql(ALIASES).query(PrincipalStore::alias).list();
    }

    List<Alias> listByAlias(String name) {
        return jdbc.sql(BY_ALIAS)
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(PrincipalStore::alias)
                .list();
    }

    void replace(List<OrganisationContent.ListedPrincipal> principals, List<Alias> aliases) {
        String[] codes =
                principals.stream().map(listed -> listed.principal().code()).toArray(String[]::new);
        jdbc.sql(DELETE).param("codes", codes).update();
        principals.forEach(this::save);
        jdbc.sql(DELETE_ALIASES).update();
        aliases.forEach(this::save);
    }

    private void save(OrganisationContent.ListedPrincipal listed) {
        Principal principal = listed.principal();
        Principal.Tile tile = principal.tile();
        jdbc.sql(SAVE)
                .param("code", principal.code())
                .param("name", principal.name())
                .param("kind", principal.kind().name())
                .param("column", tile == null ? null : tile.column())
                .param("row", tile == null ? null : tile.row())
                .param("validFrom", listed.validFrom())
                .param("validTo", listed.validTo())
                .param("sources", Source.write(listed.sources()))
                .update();
    }

    private void save(Alias alias) {
        jdbc.sql(SAVE_ALIAS)
                .param("name", alias.name())
                .param("code", alias.code())
                .param("kind", alias.kind().name())
                .param("officialName", alias.officialName())
                .param("validFrom", alias.validFrom())
                .param("validTo", alias.validTo())
                .param("note", alias.note())
                .update();
    }

    private static Alias alias(ResultSet row, int number) throws SQLException {
        return new Alias(
                row.getString("name"),
                row.getString("code"),
                Alias.Kind.valueOf(row.getString("kind")),
                row.getString("official_name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("note"));
    }

    private static Principal principal(ResultSet row, int number) throws SQLException {
        Integer column = row.getObject("tile_column", Integer.class);
        Integer tileRow = row.getObject("tile_row", Integer.class);
        return new Principal(
                row.getString("code"),
                row.getString("name"),
                Principal.Kind.valueOf(row.getString("kind")),
                column == null || tileRow == null ? null : new Principal.Tile(column, tileRow));
    }
}
