package se.fardplan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.fardplan.access.Decisions;

/**
 * One login by the form, from the form's sending to the answer, against the comparison of the password alone in a JVM with the
 * same compiler: what is left is the login's own.
 */
final class LoginBench {

    private static final int LOGINS = 20;
    private static final double LIMIT = 20;

    private LoginBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-login");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        Decisions decisions = new Decisions();
        try (Served served = Served.start(demo, Map.of(), home, "/logga-in")) {
            Client client = Client.loggedIn(served, "lokal@example.org");
            Interleaved.Measure ours = () -> median(client::logInOnly);
            Interleaved.Measure peer = () -> median(() -> {
                if (!decisions.compare()) {
                    throw new IllegalStateException("the password is right and was not accepted");
                }
            });
            ours.take();
            peer.take();
            Interleaved measured = Interleaved.of(ours, peer);
            double own = measured.ours() - measured.peer();
            measured.print(
                    "login",
                    "ms",
                    "password hashing aside %.1f ms, limit 20 ms; peer: the hashing alone".formatted(own));
            return own <= LIMIT;
        }
    }

    /** Something done once. */
    private interface Once {
        void run() throws Exception;
    }

    private static double median(Once once) throws Exception {
        double[] taken = new double[LOGINS];
        for (int number = 0; number < LOGINS; number++) {
            long begun = System.nanoTime();
            once.run();
            taken[number] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        return taken[LOGINS / 2];
    }
}
