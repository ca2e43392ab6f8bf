package se.fardplan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the four-page plan counted while someone types in it, against making its whole PDF. */
final class PlanPagesBench {

    private static final double LIMIT = 150;
    private static final int KEYSTROKES = 20;
    private static final Pattern PLAN =
            Pattern.compile("href=\"(/planera/planer/[0-9a-f-]{36})\">Regional handlingsplan");

    private PlanPagesBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-plan");
        List<String> demo =
                List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT", "--as-of", "2026-09-01");
        try (Served served = Served.start(demo, Map.of(), home, "/logga-in")) {
            Client client = Client.loggedIn(served, "processledare@example.org");
            Matcher found = PLAN.matcher(client.get("/planera"));
            if (!found.find()) {
                throw new IllegalStateException("the demo has no regional plan");
            }
            String plan = found.group(1);
            Interleaved.Measure ours = () -> median(stroke -> {
                String told = client.post(
                        plan + "/avsnitt/syfte/sidor",
                        Map.of("grund", "1", "text", "Planen stärker samverkan i länet. ".repeat(30 + stroke)));
                if (!told.contains("4 sidor av högst 4")) {
                    throw new IllegalStateException("expected four pages, got " + told);
                }
            });
            Interleaved.Measure peer = () -> median(stroke -> client.get(plan + "/dokument.pdf"));
            for (int warming = 0; warming < 3; warming++) {
                ours.take();
            }
            peer.take();
            Interleaved measured = Interleaved.of(ours, peer);
            measured.print("plan-pages", "ms", "limit 150 ms; peer: the same plan as PDF");
            return measured.ours() <= LIMIT;
        }
    }

    /** One count while someone types. */
    private interface Stroke {
        void take(int number) throws Exception;
    }

    private static double median(Stroke stroke) throws Exception {
        double[] taken = new double[KEYSTROKES];
        for (int number = 0; number < KEYSTROKES; number++) {
            long begun = System.nanoTime();
            stroke.take(number);
            taken[number] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        return taken[KEYSTROKES / 2];
    }
}
