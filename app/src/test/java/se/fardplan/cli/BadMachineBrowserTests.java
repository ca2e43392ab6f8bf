package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.BadDay;
import se.fardplan.Browser;
import se.fardplan.Demo;
import se.fardplan.HouseTime;
import se.fardplan.access.AuditLog;
import se.fardplan.desk.MovingClock;

/** Days when the machine is what goes wrong: its disk, its clock, its database's clock. */
class BadMachineBrowserTests {

    @TempDir
    Path folder;

    /** Where the day is played: a server with pages, and its rows. */
    private record Stage(String address, JdbcClient rows) {}

    private static void as(Stage stage, String role, Consumer<Page> story) {
        try (BrowserContext window = Browser.window(stage.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.account(role));
            story.accept(page);
        }
    }

    private static Where demo(Path data, @Nullable Path config) throws IOException {
        Where where = new Where();
        where.data = data;
        where.config = config;
        DemoFolder.ensureMarked(data);
        return where;
    }

    private static Stage stage(Installation installation) {
        return new Stage(
                "http://127.0.0.1:" + installation.rooms().getEnvironment().getRequiredProperty("local.server.port"),
                installation.ask(JdbcClient.class));
    }

    @BadDay
    void theDiskFillsDuringASave() throws IOException {
        Optional<SmallDisk> disk = SmallDisk.mount(folder.resolve("disk"), "500m");
        if (disk.isEmpty()) {
            // Without the right to mount only the sentence can be tried, which DatabaseGonePagesTests does.
            return;
        }
        try (SmallDisk small = disk.get()) {
            Path data = small.path().resolve("data");
            Where where = demo(data, null);
            try (Installation installation = Installation.serve(
                    where, where.settings(Map.of()), new Door("127.0.0.1", 0), LocalDate.now(HouseTime.SWEDEN))) {
                Stage stage = stage(installation);
                as(stage, "Länsadministratör", page -> {
                    BadDay.Rows before = BadDay.Rows.of(stage.rows());
                    page.navigate("/personer/inlasning");
                    page.setInputFiles("#fil", new FilePayload("personer.csv", "text/csv", noise(6 << 20)));
                    Path ballast = fill(small.path(), 3 << 20);
                    Demo.submit(page, "main form button[type=submit]");
                    String sentence = page.locator("main").innerText().replace('\n', ' ');
                    before.tell("theDiskFillsDuringASave", sentence, BadDay.Rows.of(stage.rows()));
                    assertThat(sentence).contains("Disken är full");
                    delete(ballast);
                    page.navigate("/personer/inlasning");
                    page.setInputFiles("#fil", new FilePayload("personer.csv", "text/csv", noise(100)));
                    Demo.submit(page, "main form button[type=submit]");
                    assertThat(page.locator("main").innerText()).doesNotContain("Disken är full");
                });
            }
        }
    }

    /** What does not compress. */
    private static byte[] noise(int size) {
        StringBuilder text = new StringBuilder("E-postadress;Namn;Arbetar hos\n");
        new Random(7).ints(size, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Path fill(Path disk, long left) {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[1 << 18];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return ballast;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @BadDay
    void theClockJumpsAnHour() {
        MovingClock clock = new MovingClock(Instant.now().toString());
        DemoServer server = DemoServer.start("dalarna", Demo.AS_OF, Map.of(), clock);
        Stage stage = new Stage(server.address(), server.ask(JdbcClient.class));
        jump("theClockJumpsAnHour", stage, hours -> clock.forward(Duration.ofHours(hours)));
        assertThat(server.ask(AuditLog.class).verify().findings()).isEmpty();
    }

    @BadDay
    void theDatabasesClockJumpsAnHour() throws Exception {
        Path time = folder.resolve("time");
        Files.writeString(time, "+0");
        Map<String, String> environment = Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                time.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
        try (DebianPostgres postgres = new DebianPostgres(folder, environment)) {
            postgres.prepare();
            Path config = Files.writeString(folder.resolve("fardplan.properties"), """
                    database-url=%s
                    database-owner=chef
                    database-owner-password=ägarens
                    database-user=rum
                    database-password=programmets
                    """.formatted(postgres.url()));
            Where where = demo(folder.resolve("data"), config);
            try (Installation installation = Installation.serve(
                    where, where.settings(Map.of()), new Door("127.0.0.1", 0), LocalDate.now(HouseTime.SWEDEN))) {
                Stage stage = stage(installation);
                jump("theDatabasesClockJumpsAnHour", stage, hours -> {
                    try {
                        Files.writeString(time, hours > 0 ? "+1h" : "+0");
                    } catch (IOException problem) {
                        throw new UncheckedIOException(problem);
                    }
                    assertThat(Duration.between(Instant.now(), databaseTime(stage))
                                    .abs())
                            .isBetween(Duration.ofMinutes(hours > 0 ? 55 : 0), Duration.ofMinutes(hours > 0 ? 65 : 5));
                });
                assertThat(installation.ask(AuditLog.class).verify().findings()).isEmpty();
            }
        }
    }

    private static Instant databaseTime(Stage stage) {
        return stage.rows()
                .sql("select now()")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static Path library() throws IOException {
        try (var files =
                Files.find(Path.of("/usr/lib"), 4, (path, kind) -> path.endsWith("faketime/libfaketime.so.1"))) {
            return files.findFirst().orElseThrow(() -> new AssertionError("install the package faketime"));
        }
    }

    /** Someone is logged in and saves before, in and after an hour that is skipped and then comes twice. */
    private static void jump(String day, Stage stage, Consumer<Integer> jump) {
        as(stage, "Länsadministratör", page -> {
            BadDay.Rows before = BadDay.Rows.of(stage.rows());
            invite(page, "fore");
            jump.accept(1);
            invite(page, "i");
            jump.accept(-1);
            String saved = invite(page, "efter");
            page.navigate("/personer?sok=klockan");
            String sentence = page.locator("main").innerText();
            assertThat(sentence).contains("Klockan Fore", "Klockan I", "Klockan Efter");
            before.tell(day, saved, BadDay.Rows.of(stage.rows()));
        });
    }

    private static String invite(Page page, String name) {
        String csv = "E-postadress;Namn;Arbetar hos\n%1$s@klockan.example;Klockan %2$s;Orsa\n"
                .formatted(name, name.substring(0, 1).toUpperCase() + name.substring(1));
        page.navigate("/personer/inlasning");
        page.setInputFiles("#fil", new FilePayload("personer.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        Demo.submit(page, "main form button[type=submit]");
        Demo.submit(page, "main form[action*='/inlasning/'] button[type=submit]");
        String saved = page.locator("h1").innerText();
        assertThat(saved).startsWith("Personerna är sparade");
        return saved;
    }
}
