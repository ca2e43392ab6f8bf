package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Imports that are killed on the way, beside a running server: what was acknowledged is there, and nothing is there by
 * half. {@code -Dfardplan.kills} says how many of each kind.
 */
class ImportKillProcessTests {

    private static final int KILLS = Integer.getInteger("fardplan.kills", 2);
    private static final int AREAS = 280;
    private static final int YEARS = 25;
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20261122);

    @ParameterizedTest
    @EnumSource
    void keepsEachImportWholeOrNotAtAll(Victim victim) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Spawned server = Spawned.start("serve", "--data", data.toString(), "--port", "0");
        try {
            server.address();
            Instant began = Instant.now();
            assertThat(importNumber(0, data).await()).isZero();
            Duration whole = Duration.between(began, Instant.now());
            int acknowledged = 0;
            for (int round = 1; round <= KILLS; round++) {
                Spawned command = importNumber(round, data);
                // Some kills come early, some late, some after the import has ended.
                pause(whole.multipliedBy(20 + random.nextInt(90)).dividedBy(100));
                victim.kill(command, data);
                if (command.await() == 0) {
                    acknowledged = round;
                }
                int found = awaitAnswer(server.address());
                assertThat(found).isIn(acknowledged, round);
                acknowledged = found;
            }
            assertThat(Spawned.run("audit", "verify", "--data", data.toString()).await())
                    .isZero();
            System.out.printf("%s killed %d times while imports ran: each whole or not at all%n", victim, KILLS);
        } finally {
            server.close();
        }
    }

    private Spawned importNumber(int number, Path data) throws IOException {
        Path file = folder.resolve("values-" + number + ".json");
        Files.writeString(file, values(number));
        return Spawned.start(
                "import",
                "kolada",
                "--data",
                data.toString(),
                "--as-of",
                LocalDate.of(2026, 1, 1).plusDays(number).toString(),
                "--from",
                file.toString());
    }

    /** One value in every cell of two key figures, so that a cell with another value shows what is half done. */
    static String values(int value) {
        StringBuilder json = new StringBuilder("{\"values\":[");
        for (String indicator : new String[] {"N90001", "N90002"}) {
            for (int area = 0; area < AREAS; area++) {
                for (int year = 2000; year < 2000 + YEARS; year++) {
                    json.append("""
                            {"kpi":"%s","municipality":"%d","period":%d,"values":[
                            {"gender":"T","count":1,"status":"","value":%d,"isdeleted":false}]},
                            """.formatted(indicator, 1000 + area, year, value));
                }
            }
        }
        json.setLength(json.length() - 2);
        return json.append("],\"count\":" + 2 * AREAS * YEARS + ",\"next_url\":null,\"previous_url\":null}")
                .toString();
    }

    /** The one value that all cells have; the server may need a moment to find its database again. */
    private int awaitAnswer(String address) throws IOException, InterruptedException {
        Instant until = Instant.now().plusSeconds(30);
        while (true) {
            HttpResponse<String> first = ask(address, "N90001", 2000);
            HttpResponse<String> last = ask(address, "N90002", 1999 + YEARS);
            if (first.statusCode() == 200 && last.statusCode() == 200) {
                Set<Integer> found = new HashSet<>();
                assertThat(collect(first.body(), found) + collect(last.body(), found))
                        .isEqualTo(2 * AREAS);
                assertThat(found).hasSize(1);
                return found.iterator().next();
            }
            assertThat(Instant.now())
                    .as(first.statusCode() + " " + first.body())
                    .isBefore(until);
            pause(Duration.ofMillis(100));
        }
    }

    private HttpResponse<String> ask(String address, String indicator, int year)
            throws IOException, InterruptedException {
        URI uri = URI.create(
                "%s/api/v1/indicators/%s/observations?from=%d&to=%d".formatted(address, indicator, year, year));
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int collect(String body, Set<Integer> found) {
        Matcher matcher = VALUE.matcher(body);
        int count = 0;
        while (matcher.find()) {
            found.add((int) Double.parseDouble(matcher.group(1)));
            count++;
        }
        return count;
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
