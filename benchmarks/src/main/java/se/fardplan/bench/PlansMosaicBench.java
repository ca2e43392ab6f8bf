package se.fardplan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.fardplan.database.Database;
import se.fardplan.plans.PlanFaces;

/**
 * The county in one table, with 16 principals, 5 sub-goals, 5 000 activities and 10 years: its page at 100 requests a second,
 * each with another address so that none is answered from memory; and at the room's face against the same SQL by hand.
 */
final class PlansMosaicBench {

    private static final int A_SECOND = 100;
    private static final int REQUESTS = 1_000;
    private static final int COUNTS = 200;
    private static final double LIMIT = 40;
    private static final double RATIO_LIMIT = 2;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger ASKED = new AtomicInteger();

    private PlansMosaicBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-mosaic");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        try (Served served = Served.start(demo, Map.of(), home, "/planera/lanet");
                Database database = Database.openOrJoin(data, Duration.ofSeconds(30), () -> {});
                Connection owner = connect(database, true);
                Connection face = connect(database, false);
                Connection hand = connect(database, false)) {
            PlanRows.fillCounty(owner);
            PlanFaces room = new PlanFaces(new SingleConnectionDataSource(face, true));
            ByHand peer = new ByHand(hand, "se.fardplan.plans.CoverageStore", "CELLS");
            counted(room::count);
            counted(year -> byHand(peer, year));
            Interleaved measured =
                    Interleaved.of(() -> counted(room::count), () -> counted(year -> byHand(peer, year)));
            measured.print(
                    "plans-mosaic-face", "ms", "a year counted; limit ratio<=2; peer: the same SQL by plain JDBC");
            atRate(served);
            double[] rounds = new double[5];
            for (int round = 0; round < rounds.length; round++) {
                rounds[round] = atRate(served);
            }
            Arrays.sort(rounds);
            double p99 = rounds[rounds.length / 2];
            System.out.printf(
                    Locale.ROOT,
                    "plans-mosaic ours=%.2fms (p99 of %d pages at %d a second, limit ours<=40 ms)%n",
                    p99,
                    REQUESTS,
                    A_SECOND);
            return p99 <= LIMIT && measured.ratio() <= RATIO_LIMIT;
        }
    }

    private interface Counted {
        int of(int year) throws Exception;
    }

    /** The mean of some, in milliseconds. */
    private static double counted(Counted count) throws Exception {
        long begun = System.nanoTime();
        for (int number = 0; number < COUNTS; number++) {
            if (count.of(2020 + number % 10) < 80) {
                throw new IllegalStateException("expected a cell for every principal and sub-goal");
            }
        }
        return (System.nanoTime() - begun) / 1e6 / COUNTS;
    }

    private static int byHand(ByHand peer, int year) throws Exception {
        return peer.rows(Map.of(
                "first",
                Date.valueOf(LocalDate.of(year, 1, 1)),
                "last",
                Date.valueOf(LocalDate.of(year, 12, 31)),
                "municipalities",
                PlanFaces.MUNICIPALITIES.toArray(String[]::new)));
    }

    /** The 99th percentile from the moment each was due, in milliseconds. */
    private static double atRate(Served served) throws Exception {
        long step = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        long begun = System.nanoTime();
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        for (int number = 0; number < REQUESTS; number++) {
            long due = begun + number * step;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            URI page = served.uri("/planera/lanet?ar=" + (2020 + number % 10) + "&x=" + ASKED.incrementAndGet());
            answers.add(CLIENT.sendAsync(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(answer -> {
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException("expected 200, got " + answer.statusCode());
                        }
                        return (System.nanoTime() - due) / 1e6;
                    }));
        }
        double[] taken =
                answers.stream().mapToDouble(CompletableFuture::join).sorted().toArray();
        return taken[taken.length * 99 / 100];
    }

    static Connection connect(Database database, boolean owner) throws Exception {
        var login = owner ? database.owner() : database.application();
        return DriverManager.getConnection(database.url(), login.user(), login.password());
    }
}
