package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fardplan.indicators.KoladaFixture.answer;
import static se.fardplan.indicators.KoladaFixture.catalogue;
import static se.fardplan.indicators.KoladaFixture.values;
import static se.fardplan.indicators.KoladaFixture.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.Proves;
import se.fardplan.Refusal;

/** What files leave behind in the store. */
class KoladaFileStoreTests {

    @TempDir
    Path folder;

    private final KoladaFixture store = new KoladaFixture();

    @Test
    @Proves("R139")
    void keepsEveryStateAndEveryDecimal() {
        store.importFiles(values(
                file("a.json"),
                "U1 2080 2020 T 1.10",
                "U1 2080 2020 K 0",
                "U1 2080 2020 M 11.32596685000000000000000001",
                "U1 2081 2020 T -",
                "U1 2082 2020 T - Missing",
                "U1 2083 2020 T -5 Missing",
                "U1 2084 2020 T - Privacy",
                "U1 G33627 2020 T - deleted"));
        assertThat(store.now("U1"))
                .containsExactly(
                        "2080 2020 K 0 published",
                        "2080 2020 M 11.32596685000000000000000001 published",
                        "2080 2020 T 1.10 published",
                        "2081 2020 T not_published",
                        "2082 2020 T missing",
                        "2083 2020 T -5 uncertain",
                        "2084 2020 T suppressed",
                        "G33627 2020 T removed");
    }

    @Test
    void changesNothingTheSecondTimeAndSaysSo() {
        Path data = values(file("v3-2026-08-a.json"), "U1 2080 2020 T 1.5", "U1 2080 2021 T - Privacy");
        Path kpi = catalogue(file("v3-kpi-2026-03-23.json"), "U1|Andel (%)|K");
        ImportResult first = store.importFiles(data, kpi);
        assertThat(first.vintage().number()).isEqualTo(1);
        assertThat(first.vintage().asOf()).isEqualTo("2026-08-01");
        ImportResult again = store.importFiles(data, kpi);
        assertThat(again.vintage()).isNull();
        assertThat(again.notes().getFirst().key()).isEqualTo("import.nothing");
        assertThat(again.figures()).containsExactly(new ImportResult.Figure("U1", 0, 0, 0, 2, 0));
        assertThat(store.vintages.list()).hasSize(1);
    }

    @Test
    void keepsWhatAnEarlierVintageShowed() {
        store.importFiles(values(
                file("a.json"), "U1 2080 2020 T 1.5", "U1 2080 2021 T 2", "U1 2080 2022 T 3", "U1 2081 2020 T 9"));
        ImportResult second = store.importFiles(values(
                file("b.json"),
                "U1 2080 2020 T 1.6",
                "U1 2080 2021 T - Privacy",
                "U1 2080 2022 T - deleted",
                "U1 2080 2023 T 4"));
        assertThat(second.figures()).containsExactly(new ImportResult.Figure("U1", 1, 2, 1, 0, 1));
        assertThat(second.notes()).contains(ImportResult.Note.of("import.newly-suppressed", "U1", 1));
        assertThat(store.shown("U1", 1))
                .containsExactly(
                        "2080 2020 T 1.5 published",
                        "2080 2021 T 2 published",
                        "2080 2022 T 3 published",
                        "2081 2020 T 9 published");
        assertThat(store.shown("U1", 2))
                .containsExactly(
                        "2080 2020 T 1.6 published",
                        "2080 2021 T suppressed",
                        "2080 2022 T removed",
                        "2080 2023 T 4 published",
                        "2081 2020 T 9 published");
    }

    @Test
    void marksAsRemovedOnlyWhatTheFileCoversAndLacks() {
        store.importFiles(values(
                file("a.json"),
                "U1 2080 2019 T 1",
                "U1 2080 2020 T 2",
                "U1 2080 2020 K 3",
                "U1 2080 2021 T 4",
                "U1 2080 2022 T 5",
                "U1 2081 2021 T 6",
                "U2 2080 2021 T 7"));
        ImportResult result = store.importFiles(
                values(file("b.json"), "U1 2080 2020 T 2", "U1 2082 2021 T 8", "U1 2082 2020 T 8"),
                // its own later years say nothing of the first file's areas
                values(file("c.json"), "U1 0020 2025 T 9"));
        assertThat(result.figures()).containsExactly(new ImportResult.Figure("U1", 3, 0, 1, 1, 0));
        assertThat(store.now("U1"))
                .contains(
                        "2080 2019 T 1 published",
                        "2080 2020 K 3 published",
                        "2080 2021 T removed",
                        "2080 2022 T 5 published",
                        "2081 2021 T 6 published");
        assertThat(store.now("U2")).containsExactly("2080 2021 T 7 published");
        ImportResult back = store.importFiles(values(file("d.json"), "U1 2080 2021 T 4"));
        assertThat(back.figures()).containsExactly(new ImportResult.Figure("U1", 0, 1, 0, 0, 0));
        assertThat(store.now("U1")).contains("2080 2021 T 4 published");
    }

    @Test
    void refusesTwoFilesThatDisagreeAndNamesBoth() {
        Path one = values(file("ett.json"), "U1 2080 2020 T 1.5", "U1 2081 2020 T 2");
        Path other = values(file("två.json"), "U1 2080 2020 T 1.6");
        refused(
                () -> store.importFiles(one, other),
                "KOL-011",
                "U1",
                "2080",
                "2020",
                "T",
                one.toString(),
                "1.5",
                other.toString(),
                "1.6");
        Path secret = values(file("tre.json"), "U1 2081 2020 T - Privacy");
        refused(() -> store.importFiles(one, secret), "KOL-011", "U1", "2081", "2020", "T");
        assertThat(store.vintages.list()).isEmpty();
    }

    @Test
    void takesTheSameValueTwiceAndKeepsTheMostDecimals() {
        store.importFiles(
                values(file("a.json"), "U1 2080 2020 T 1.1", "U1 2080 2020 T 1.1"),
                values(file("b.json"), "U1 2080 2020 T 1.100"));
        assertThat(store.now("U1")).containsExactly("2080 2020 T 1.100 published");
    }

    @Test
    void judgesPreliminaryOnceAgainstTheDateOfTheFile() {
        Path kpi = catalogue(file("v3-kpi-2026-03-23.json"), "U1|Andel (%)|K|2026-04-25|2026-11-14|2025");
        String[] rows = {"U1 2080 2025 T 5", "U1 2080 2024 T 4", "U1 2081 2025 T - Privacy"};
        store.importFiles(kpi, values(file("v3-2026-04-24.json"), rows));
        assertThat(store.now("U1")).noneMatch(line -> line.contains("preliminary"));
        store.importFiles(values(file("v3-2026-08.json"), rows));
        assertThat(store.now("U1"))
                .containsExactly(
                        "2080 2024 T 4 published", "2080 2025 T 5 published preliminary", "2081 2025 T suppressed");
        ImportResult last = store.importFiles(new ImportRequest.Files(
                List.of(file("v3-2026-08.json")), List.of(), List.of(), LocalDate.of(2026, 11, 14)));
        assertThat(last.figures()).containsExactly(new ImportResult.Figure("U1", 0, 1, 0, 2, 0));
        assertThat(last.vintage().asOf()).isEqualTo("2026-11-14");
        assertThat(store.shown("U1", 2)).contains("2080 2025 T 5 published preliminary");
    }

    @Test
    void refusesOlderFiguresThatWouldTakeThePlaceOfNewer() {
        store.importFiles(values(file("v3-2026-08.json"), "U1 2080 2020 T 1.5"));
        refused(
                () -> store.importFiles(values(file("v3-2026-03-23.json"), "U1 2080 2020 T 1.4")),
                "KOL-014",
                "2026-03-23",
                "1",
                "2026-08-01",
                "1");
        ImportResult gaps = store.importFiles(values(file("v3-2026-03-24.json"), "U1 2080 2019 T 1.3"));
        assertThat(gaps.vintage().asOf()).isEqualTo("2026-08-01");
        assertThat(store.now("U1")).containsExactly("2080 2019 T 1.3 published", "2080 2020 T 1.5 published");
    }

    @Test
    void savesNothingWhenOneFileOfSeveralIsWrong() {
        Path good = values(file("a.json"), "U1 2080 2020 T 1.5");
        Path cut = write(file("b.json"), "{\"values\":[{\"kpi\":\"U1\",");
        refused(() -> store.importFiles(good, cut), "KOL-002", cut.toString(), "1");
        refused(() -> store.importFiles(good, file("saknas.json")), "KOL-001");
        refused(() -> store.importFiles(good, answer(file("tom.json"), "", 0)), "KOL-008");
        refused(() -> store.importFiles(), "KOL-015");
        assertThat(store.vintages.list()).isEmpty();
        for (String table : List.of("received_value", "received_source", "received_cell", "observation")) {
            assertThat(store.jdbc
                            .sql("select count(*) from indicators." + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void refusesAPageWithoutTheOnesAfterIt() {
        String item = "{\"id\":\"%s\",\"title\":\"A\",\"type\":\"K\"}";
        Path first = write(file("1.json"), "{\"values\":[%s],\"next_url\":\"/2\"}".formatted(item.formatted("2080")));
        Path second =
                write(file("2.json"), "{\"values\":[%s],\"previous_url\":\"/1\"}".formatted(item.formatted("2081")));
        refused(() -> store.importFiles(first), "KOL-013", first.toString());
        assertThat(store.importFiles(first, second).vintage()).isNotNull();
        assertThat(store.catalogue.listAreas()).hasSize(2);
    }

    @Test
    void keepsTheTitlesThatWere() {
        store.importFiles(catalogue(file("v3-kpi-2026-03-04.json"), "U71453|Delaktighet, index|L||2026-09-01|2025"));
        store.importFiles(catalogue(file("v3-kpi-2026-03-23.json"), "U71453|Delaktighet, index (-2024)|L"));
        CatalogueEntry entry = store.catalogue.find("U71453").orElseThrow();
        assertThat(entry.title()).isEqualTo("Delaktighet, index (-2024)");
        assertThat(entry.formerTitles()).containsExactly("Delaktighet, index");
        assertThat(entry.retiredAfter()).isEqualTo(2024);
        assertThat(entry.publishedOn()).isNull();
        assertThat(entry.vanished()).isFalse();
        assertThat(entry.level()).isEqualTo(KeyFigure.Level.REGION);
        assertThat(entry.originalSource()).isEqualTo("SCB");
        // what an older catalogue says does not come back
        store.importFiles(catalogue(file("v3-kpi-2026-03-04.json"), "U71453|Delaktighet, index|L||2026-09-01|2025"));
        assertThat(store.catalogue.find("U71453").orElseThrow()).isEqualTo(entry);
    }

    @Test
    void showsAnIdOutsideTheCatalogueAsVanished() {
        ImportResult result = store.importFiles(
                catalogue(file("kpi.json"), "U1|A|K"), values(file("a.json"), "N21821 2080 2015 T 9.5"));
        assertThat(result.notes()).contains(ImportResult.Note.of("import.vanished", "N21821"));
        CatalogueEntry entry = store.catalogue.find("N21821").orElseThrow();
        assertThat(entry.vanished()).isTrue();
        assertThat(entry.title()).isNull();
        assertThat(store.now("N21821")).containsExactly("2080 2015 T 9.5 published");
        assertThat(store.catalogue.find("X99999")).isEmpty();
    }

    @Test
    void marksVanishedOnlyFromAWholeCatalogue() {
        String[] whole = IntStream.range(0, 1200)
                .mapToObj(number -> "N%05d|Titel %d|K".formatted(number, number))
                .toArray(String[]::new);
        store.importFiles(catalogue(file("kpi-2026-03-04.json"), whole));
        store.importFiles(catalogue(file("kpi-2026-03-10.json"), "N00001|Titel 1|K"));
        assertThat(store.catalogue.find("N00000").orElseThrow().vanished()).isFalse();
        store.importFiles(catalogue(file("kpi-2026-03-23.json"), java.util.Arrays.copyOfRange(whole, 1, whole.length)));
        assertThat(store.catalogue.find("N00000").orElseThrow().vanished()).isTrue();
        assertThat(store.catalogue.find("N00001").orElseThrow().vanished()).isFalse();
        store.importFiles(catalogue(file("kpi-2026-04-01.json"), "N00000|Titel 0|K"));
        assertThat(store.catalogue.find("N00000").orElseThrow().vanished()).isFalse();
    }

    @Test
    void takesOnlyTheKeyFiguresAndAreasAskedFor() {
        Path data =
                values(file("a.json"), "U1 2080 2020 T 1", "U1 2081 2020 T 2", "U2 2080 2020 T 3", "U3 2080 2020 T 4");
        ImportResult result = store.importFiles(
                new ImportRequest.Files(List.of(data), List.of("U1", "U2", "U9"), List.of("2080"), null));
        assertThat(result.figures()).extracting(ImportResult.Figure::indicator).containsExactly("U1", "U2");
        assertThat(result.problems()).containsExactly(ImportResult.Note.of("import.not-in-files", "U9"));
        assertThat(result.complete()).isFalse();
        assertThat(store.now("U1")).containsExactly("2080 2020 T 1 published");
    }

    @Test
    void leavesNothingBehindWhenItIsInterruptedAndWorksTheNextTime() {
        Path one = values(file("a.json"), "U1 2080 2020 T 1", "U1 2081 2020 T 2");
        Path other = values(file("b.json"), "U2 2080 2020 T 3");
        ImportRequest.Files request = new ImportRequest.Files(List.of(one, other), List.of(), List.of(), null);
        assertThatThrownBy(() -> store.transaction.execute(status -> {
                    return store.importer.fromFiles("Provaren", request, note -> {
                        if (note.arguments().contains(other.toString())) {
                            killTheImportsSession();
                        }
                    });
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(store.vintages.list()).isEmpty();
        assertThat(store.jdbc
                        .sql("select count(*) from indicators.received_value")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(store.importFiles(request).figures()).hasSize(2);
        assertThat(store.now("U2")).containsExactly("2080 2020 T 3 published");
    }

    private void killTheImportsSession() {
        store.jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()
                        """).query(Boolean.class).list();
    }

    @Test
    void letsOneImportWriteAtATime() {
        store.transaction.executeWithoutResult(status -> {
            VintageStore first = new VintageStore(JdbcClient.create(store.connections));
            assertThat(first.tryLock()).isTrue();
            assertThat(store.vintages.tryLock()).isFalse();
        });
        assertThat(store.vintages.tryLock()).isTrue();
    }

    @Test
    void readsTheDateInAFilesName() {
        assertThat(date("v3-kpi-2026-03-23.json")).isEqualTo("2026-03-23");
        assertThat(date("v3-2026-08-regions-skr-hos-values.json")).isEqualTo("2026-08-01");
        assertThat(date("v3-2026-08.json")).isEqualTo("2026-08-01");
        assertThat(date("v2-recorded-2019-dalarna-dorotea.json")).isNull();
        assertThat(date("U01411.json")).isNull();
        assertThat(date("data-2014-2018.json")).isNull();
        assertThat(date("data-2026-02-30.json")).isNull();
    }

    private static LocalDate date(String name) {
        return new SourceFile(1, Path.of("mapp-2020-01-01", name)).findDate().orElse(null);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static void refused(ThrowingCallable importing, String code, String... arguments) {
        assertThatThrownBy(importing).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments().subList(0, arguments.length)).containsExactly((Object[]) arguments);
        });
    }
}
