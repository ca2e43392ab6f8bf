package se.fardplan.bench;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import se.fardplan.database.Database;

/** Searches among 200 000 texts by the page {@code /sok}, against the same SQL by hand; each the slowest of a hundred. */
final class SearchBench {

    private static final int TEXTS = 200_000;
    private static final int QUESTIONS = 400;
    private static final double LIMIT = 50;
    private static final double RATIO_LIMIT = 1.5;

    private static final String RECEIVED = """
            create temporary table received (address text, kind text, title text, body text)
            """;

    private static final String COPY = "copy received from stdin";

    private static final String FILL = """
            insert into desk.search_text (address, kind, title, body, scope, letters, title_words, words)
            select address, kind, title, body, array['anyone'], translate(lower(title), 'åäö', 'aao'),
                   to_tsvector('pg_catalog.swedish', lower(title)), to_tsvector('pg_catalog.swedish', lower(title || ' ' || body))
            from received
            """;

    private static final String LEARN = """
            insert into desk.search_word (word, letters)
            select distinct word, translate(word, 'åäö', 'aao')
            from desk.search_text, unnest(tsvector_to_array(words)) as word
            where length(word) between 3 and 60
            on conflict do nothing
            """;

    private static final List<String> KINDS = List.of(
            "document", "body", "principal", "unit", "key-figure", "sub-goal", "strategy-part", "annual-report");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private SearchBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-search");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        SearchTexts made = new SearchTexts();
        try (Served served = Served.start(demo, Map.of(), home, "/sok");
                Database database = Database.openOrJoin(data, Duration.ofSeconds(30), () -> {});
                Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                Connection byHand = DriverManager.getConnection(
                        database.url(),
                        database.application().user(),
                        database.application().password())) {
            fill(owner, made);
            List<String> questions = new ArrayList<>();
            for (int number = 0; number < QUESTIONS; number++) {
                questions.add(made.question());
            }
            SearchByHand peer = new SearchByHand(byHand);
            slowest(questions, question -> ask(served, question));
            slowest(questions, peer::ask);
            Interleaved measured = Interleaved.of(
                    () -> slowest(questions, question -> ask(served, question)), () -> slowest(questions, peer::ask));
            measured.print(
                    "search",
                    "ms",
                    "p99 of " + QUESTIONS + " questions among " + TEXTS
                            + " texts, limit ours<=50 ms and ratio<=1.5; peer: the same SQL by plain JDBC");
            return measured.ours() <= LIMIT && measured.ratio() <= RATIO_LIMIT;
        }
    }

    /** One question asked. */
    private interface Asked {
        void ask(String question) throws Exception;
    }

    /** The 99th percentile, in milliseconds. */
    private static double slowest(List<String> questions, Asked asked) throws Exception {
        double[] taken = new double[questions.size()];
        for (int number = 0; number < taken.length; number++) {
            long begun = System.nanoTime();
            asked.ask(questions.get(number));
            taken[number] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        return taken[taken.length * 99 / 100];
    }

    private static void ask(Served served, String question) throws Exception {
        URI address = served.uri("/sok?fraga=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer =
                CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + address + ", got " + answer.statusCode());
        }
    }

    private static void fill(Connection owner, SearchTexts made) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < TEXTS; number++) {
            String kind = KINDS.get(number % KINDS.size());
            rows.append('/').append(kind).append('/').append(number).append('\t');
            rows.append(kind)
                    .append('\t')
                    .append(made.title())
                    .append('\t')
                    .append(made.body())
                    .append('\n');
        }
        execute(owner, RECEIVED);
        owner.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows.toString()));
        execute(owner, FILL);
        execute(owner, LEARN);
        execute(owner, "vacuum analyze desk.search_text");
        execute(owner, "vacuum analyze desk.search_word");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
