package se.fardplan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.fardplan.database.Database;
import se.fardplan.plans.PlanFaces;
import se.fardplan.plans.PlanFaces.Said;

/** The page of an activity among 20 000 with those that are like it, each asked once; against the same SQL by hand. */
final class PlansSimilarBench {

    private static final int ACTIVITIES = 20_000;
    private static final int QUESTIONS = 300;
    private static final double LIMIT = 30;

    private static final String ADD = """
            insert into plans.activity (id, plan, owner, title, lead, who, how, by_whom, follow_up, sub_goals, key_figures, state,
                                        reason, version)
            values (?, ?, ?, ?, '', '', ?, '', '', '{}', '{}', 'STARTED', '', 1)
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private int asked;

    private PlansSimilarBench() {}

    static boolean run() throws Exception {
        return new PlansSimilarBench().measure();
    }

    private boolean measure() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-similar");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        try (Served served = Served.start(demo, Map.of(), home, "/planera");
                Database database = Database.openOrJoin(data, Duration.ofSeconds(30), () -> {});
                Connection owner = PlansMosaicBench.connect(database, true);
                Connection face = PlansMosaicBench.connect(database, false);
                Connection hand = PlansMosaicBench.connect(database, false)) {
            PlanRows.fillCounty(owner);
            List<Said> all = fill(owner, new PlanFaces(new SingleConnectionDataSource(face, true)));
            ByHand peer = new ByHand(hand, "se.fardplan.plans.SimilarStore", "LIKE");
            slowest(all, said -> ask(served, said));
            slowest(all, said -> byHand(peer, said));
            Interleaved measured = Interleaved.of(
                    () -> slowest(all, said -> ask(served, said)), () -> slowest(all, said -> byHand(peer, said)));
            measured.print(
                    "plans-similar",
                    "ms",
                    "p99 of " + QUESTIONS + " activities' pages among " + ACTIVITIES
                            + ", limit ours<=30 ms; peer: the search's SQL alone by plain JDBC");
            return measured.ours() <= LIMIT;
        }
    }

    private static List<Said> fill(Connection owner, PlanFaces room) throws Exception {
        SearchTexts made = new SearchTexts();
        List<Said> all = new ArrayList<>();
        List<UUID> plans = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select plan, principal from plans.party")) {
            while (rows.next()) {
                plans.add(rows.getObject(1, UUID.class));
                owners.add(rows.getString(2));
            }
        }
        try (PreparedStatement add = owner.prepareStatement(ADD)) {
            for (int number = 0; number < ACTIVITIES; number++) {
                int plan = number % plans.size();
                String how = IntStream.range(0, 2).mapToObj(text -> made.body()).collect(Collectors.joining(" "));
                Said said = new Said(UUID.randomUUID(), plans.get(plan), owners.get(plan), made.title(), how);
                add.setObject(1, said.id());
                add.setObject(2, said.plan());
                add.setString(3, said.owner());
                add.setString(4, said.title());
                add.setString(5, said.how());
                add.addBatch();
                all.add(said);
            }
            add.executeBatch();
        }
        long begun = System.nanoTime();
        room.learn(all);
        System.err.printf("%d activities learnt in %.1f s%n", ACTIVITIES, (System.nanoTime() - begun) / 1e9);
        for (String table : List.of("activity", "activity_token", "token", "activity_read")) {
            PlanRows.execute(owner, "vacuum analyze plans." + table);
        }
        return all;
    }

    private interface Asked {
        void ask(Said said) throws Exception;
    }

    /** The 99th percentile, in milliseconds, of activities that nobody has asked for yet. */
    private double slowest(List<Said> all, Asked question) throws Exception {
        double[] taken = new double[QUESTIONS];
        for (int number = 0; number < taken.length; number++) {
            Said said = all.get(asked++ * 7 % all.size());
            long begun = System.nanoTime();
            question.ask(said);
            taken[number] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        return taken[taken.length * 99 / 100];
    }

    private static void ask(Served served, Said said) throws Exception {
        URI page = served.uri("/planera/aktiviteter/" + said.id());
        HttpResponse<byte[]> answer =
                CLIENT.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + page + ", got " + answer.statusCode());
        }
    }

    private static void byHand(ByHand peer, Said said) throws Exception {
        if (peer.rows(Map.of("activity", said.id(), "owner", said.owner(), "words", 40, "limit", 5)) == 0) {
            throw new IllegalStateException("nothing is like " + said.title());
        }
    }
}
