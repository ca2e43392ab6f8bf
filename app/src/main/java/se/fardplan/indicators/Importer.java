package se.fardplan.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.indicators.ImportResult.Note;

/** Files and received rows into a new vintage, inside the caller's transaction (inläsning). */
@Component
class Importer {

    private static final int MOST_NAMED = 10;

    private final DataSource connections;
    private final VintageStore vintages;
    private final CatalogueStore catalogue;
    private final ImportStore store;

    Importer(DataSource connections, VintageStore vintages, CatalogueStore catalogue, ImportStore store) {
        this.connections = connections;
        this.vintages = vintages;
        this.catalogue = catalogue;
        this.store = store;
    }

    /** Reads every file of {@code request}, or refuses and leaves the transaction to be rolled back. */
    ImportResult fromFiles(String by, ImportRequest.Files request, Consumer<Note> progress) {
        List<SourceFile> files = new ArrayList<>();
        request.files().forEach(path -> files.add(new SourceFile(files.size() + 1, path)));
        if (files.isEmpty()) {
            throw new Refusal("KOL-015");
        }
        LocalDate asOf = Optional.ofNullable(request.asOf()).orElseGet(() -> latestDate(files));
        Filter filter = new Filter(new HashSet<>(request.indicators()), new HashSet<>(request.areas()));
        List<Envelopes> read = new ArrayList<>();
        store.begin();
        for (SourceFile file : files) {
            LocalDate own = request.asOf() != null ? asOf : file.findDate().orElse(asOf);
            store.addSource(file.number(), file.name(), own);
            read.add(new Envelopes(file.name(), read(file, filter, progress)));
        }
        demandAllPages(read);
        store.coverFiles();
        List<Note> missing = filter.missing().stream()
                .map(id -> Note.of("import.not-in-files", id))
                .toList();
        return apply(by, new Run(asOf, VintageStore.Kind.FILES, names(files), List.of(), missing, List.of()));
    }

    private record Envelopes(String name, KoladaAnswer.Envelope envelope) {}

    /** The latest date in the names; today when no name has one. */
    private static LocalDate latestDate(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.findDate().stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(HouseTime.SWEDEN));
    }

    private static String names(List<SourceFile> files) {
        return files.stream().map(file -> file.path().getFileName().toString()).collect(Collectors.joining(", "));
    }

    private KoladaAnswer.Envelope read(SourceFile file, Filter filter, Consumer<Note> progress) {
        Connection connection = DataSourceUtils.getConnection(connections);
        progress.accept(Note.of("import.reading", file.name()));
        try (InputStream in = file.open(percent -> progress.accept(Note.of("import.read", file.name(), percent)));
                Received received = new Received(connection, file.number())) {
            KoladaAnswer.Envelope envelope = KoladaAnswer.read(file.name(), in, row -> {
                if (filter.takes(row)) {
                    received.accept(row);
                }
            });
            if (envelope.kind() == null) {
                throw new Refusal("KOL-008", file.name());
            }
            return envelope;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is one page of several is taken only together with the pages after it. */
    private static void demandAllPages(List<Envelopes> read) {
        long followers =
                read.stream().filter(one -> one.envelope().previous() != null).count();
        List<Envelopes> followed =
                read.stream().filter(one -> one.envelope().next() != null).toList();
        if (followed.size() > followers) {
            throw new Refusal("KOL-013", followed.getLast().name());
        }
    }

    /** What remains to be done alike for files and API once everything is received. */
    record Run(
            LocalDate asOf,
            VintageStore.Kind kind,
            String sources,
            List<String> gone,
            List<Note> problems,
            List<Note> notes) {}

    ImportResult apply(String by, Run run) {
        store.findDisagreement().ifPresent(cell -> {
            throw disagreement(cell);
        });
        Optional<Vintage> latest = vintages.findLatest();
        long number = vintages.nextNumber();
        int described = catalogue.take(number, run.gone());
        List<ImportResult.Figure> figures = store.compare();
        latest.filter(before -> run.asOf().isBefore(before.asOf()))
                .ifPresent(before -> demandNewer(run, before, figures));
        List<Note> notes = new ArrayList<>();
        List<String> outside = catalogue.listReceivedOutsideCatalogue();
        Vintage vintage = null;
        if (described > 0 || figures.stream().anyMatch(ImportResult.Figure::touched)) {
            LocalDate asOf =
                    latest.map(Vintage::asOf).filter(run.asOf()::isBefore).orElse(run.asOf());
            Instant at = run.kind() == VintageStore.Kind.EXAMPLE ? DemoPart.moment(run.asOf()) : Instant.now();
            vintage = new Vintage(number, asOf, at.truncatedTo(ChronoUnit.MICROS), by);
            store.write(number);
            vintages.add(vintage, run.kind(), run.sources());
        }
        store.empty();
        notes.add(summary(vintage, latest.orElse(null), figures));
        if (described > 0) {
            notes.add(Note.of("import.catalogue", described));
        }
        notes.addAll(warnings(figures, outside));
        notes.addAll(run.notes());
        return new ImportResult(vintage, figures, notes, run.problems());
    }

    /** Older figures may fill gaps, yet never take the place of newer ones. */
    private static void demandNewer(Run run, Vintage before, List<ImportResult.Figure> figures) {
        int lost = figures.stream()
                .mapToInt(figure -> figure.changed() + figure.removed())
                .sum();
        if (lost > 0) {
            throw new Refusal(
                    "KOL-014",
                    run.asOf().toString(),
                    String.valueOf(before.number()),
                    before.asOf().toString(),
                    String.valueOf(lost));
        }
    }

    private static Refusal disagreement(ImportStore.Disagreement cell) {
        ImportStore.Said one = cell.said().getFirst();
        ImportStore.Said other = cell.said().stream()
                .filter(said -> !said.said().equals(one.said()))
                .findFirst()
                .orElseThrow();
        return new Refusal(
                "KOL-011",
                cell.indicator(),
                cell.area(),
                String.valueOf(cell.year()),
                cell.sex(),
                one.name(),
                one.said(),
                other.name(),
                other.said());
    }

    private static Note summary(
            @Nullable Vintage vintage, @Nullable Vintage latest, List<ImportResult.Figure> figures) {
        if (vintage == null) {
            return latest == null
                    ? Note.of("import.nothing-at-all")
                    : Note.of("import.nothing", latest.number(), latest.asOf());
        }
        return Note.of(
                "import.done",
                vintage.number(),
                vintage.asOf(),
                figures.size(),
                figures.stream().mapToInt(ImportResult.Figure::added).sum(),
                figures.stream().mapToInt(ImportResult.Figure::changed).sum(),
                figures.stream().mapToInt(ImportResult.Figure::removed).sum(),
                figures.stream().mapToInt(ImportResult.Figure::unchanged).sum());
    }

    private static List<Note> warnings(List<ImportResult.Figure> figures, List<String> outside) {
        List<Note> notes = new ArrayList<>();
        for (ImportResult.Figure figure : figures) {
            if (figure.newlySuppressed() > 0) {
                notes.add(Note.of("import.newly-suppressed", figure.indicator(), figure.newlySuppressed()));
            }
        }
        if (outside.size() > MOST_NAMED) {
            notes.add(Note.of(
                    "import.vanished-many",
                    String.join(", ", outside.subList(0, MOST_NAMED)),
                    outside.size() - MOST_NAMED));
        } else {
            outside.forEach(id -> notes.add(Note.of("import.vanished", id)));
        }
        return notes;
    }

    /** Takes the cells asked for and remembers which key figures came. */
    private record Filter(Set<String> indicators, Set<String> areas, Set<String> found) {

        Filter(Set<String> indicators, Set<String> areas) {
            this(indicators, areas, new HashSet<>());
        }

        boolean takes(KoladaRow row) {
            if (!(row instanceof KoladaRow.Cell cell)) {
                return true;
            }
            boolean taken = (indicators.isEmpty() || indicators.contains(cell.indicator()))
                    && (areas.isEmpty() || areas.contains(cell.area()));
            if (taken && !indicators.isEmpty()) {
                found.add(cell.indicator());
            }
            return taken;
        }

        List<String> missing() {
            return indicators.stream()
                    .filter(id -> !found.contains(id))
                    .sorted()
                    .toList();
        }
    }
}
