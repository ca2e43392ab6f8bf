package se.fardplan.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The search texts, each with the keys that let it be found. */
@Repository
class SearchStore {

    private static final String SAVE = """
            insert into desk.search_text (address, kind, title, body, scope, letters, words)
            values (:address, :kind, :title, :body, :scope, :letters,
                    setweight(to_tsvector('pg_catalog.swedish', :foldedTitle), 'A')
                        || setweight(to_tsvector('pg_catalog.swedish', :foldedBody), 'B'))
            on conflict (address) do update
            set kind = excluded.kind, title = excluded.title, body = excluded.body, scope = excluded.scope,
                letters = excluded.letters, words = excluded.words
            """;

    private static final String DELETE = """
            delete from desk.search_text
            where address = :address
            """;

    private final JdbcClient database;

    SearchStore(JdbcClient database) {
        this.database = database;
    }

    void save(SearchText text) {
        database.sql(SAVE)
                .param("address", text.address())
                .param("kind", text.kind())
                .param("title", text.title())
                .param("body", text.text())
                .param("scope", text.scope().keys().toArray(String[]::new))
                .param("letters", Letters.plain(text.title()))
                .param("foldedTitle", Letters.swedish(text.title()))
                .param("foldedBody", Letters.swedish(text.text()))
                .update();
    }

    void delete(String address) {
        database.sql(DELETE).param("address", address).update();
    }
}
