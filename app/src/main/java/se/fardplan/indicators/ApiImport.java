package se.fardplan.indicators;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.indicators.ImportResult.Note;
import se.fardplan.organisation.County;

/**
 * Key figures from Kolada's API into a new vintage, inside the caller's transaction (hämtning från Koladas API).
 *
 * <p>One question a key figure and 25 areas, so that a key figure lost among others cannot go unnoticed. Each id asked for
 * ends up in one of four places: it came, it has no values, it was not asked and why, or it failed. A key figure is taken
 * whole or not at all.
 */
@Component
class ApiImport {

    /** More ids in one segment of the path are refused by Kolada. */
    private static final int MOST_IDS = 25;

    private static final int MOST_FAILURES = 2;

    private final DataSource connections;
    private final ImportStore store;
    private final Importer importer;
    private final KoladaClient.Clockwork clockwork;

    @Autowired
    ApiImport(DataSource connections, ImportStore store, Importer importer) {
        this(connections, store, importer, KoladaClient.Clockwork.real());
    }

    ApiImport(DataSource connections, ImportStore store, Importer importer, KoladaClient.Clockwork clockwork) {
        this.connections = connections;
        this.store = store;
        this.importer = importer;
        this.clockwork = clockwork;
    }

    /**
     * What to ask for when the request names nothing.
     *
     * @param indicators the county's key figures and their followers
     * @param areas the county's principals, its group and the nation
     */
    record Defaults(List<String> indicators, List<String> areas) {}

    ImportResult run(String by, ImportRequest.Api request, Defaults defaults, Consumer<Note> progress) {
        LocalDate today = LocalDate.now(HouseTime.SWEDEN);
        LocalDate asOf = request.asOf() == null ? today : request.asOf();
        store.begin();
        store.addSource(1, request.baseUrl().toString(), asOf);
        KoladaClient client = new KoladaClient(request.baseUrl(), clockwork, Duration.ofSeconds(15));
        Round round = new Round(client, request, defaults, progress);
        round.askCatalogue();
        round.askFigures();
        return importer.apply(
                by,
                new Importer.Run(
                        asOf,
                        VintageStore.Kind.API,
                        request.baseUrl().toString(),
                        List.copyOf(round.gone),
                        round.problems,
                        round.notes));
    }

    /** One import's questions and answers. */
    private final class Round {

        private final KoladaClient client;
        private final ImportRequest.Api request;
        private final Consumer<Note> progress;
        private final Connection connection = DataSourceUtils.getConnection(connections);
        private final Set<String> indicators;
        private final Set<String> chosenAreas;
        private final Map<String, KoladaRow.Municipality> municipalities = new LinkedHashMap<>();
        private final Map<String, KoladaRow.Group> groups = new LinkedHashMap<>();
        private final Map<String, KoladaRow.Indicator> described = new LinkedHashMap<>();
        private final Set<String> gone = new LinkedHashSet<>();
        private final List<Note> problems = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        Round(KoladaClient client, ImportRequest.Api request, Defaults defaults, Consumer<Note> progress) {
            this.client = client;
            this.request = request;
            this.progress = progress;
            indicators =
                    new LinkedHashSet<>(request.indicators().isEmpty() ? defaults.indicators() : request.indicators());
            chosenAreas = new LinkedHashSet<>(request.areas().isEmpty() ? defaults.areas() : request.areas());
            if (indicators.isEmpty()) {
                throw new Refusal("KOL-030");
            }
        }

        void askCatalogue() {
            progress.accept(Note.of("import.asking-catalogue", request.baseUrl()));
            client.read("municipality?per_page=" + KoladaClient.PAGE, row -> {
                if (!(row instanceof KoladaRow.Municipality area)) {
                    throw other("municipality", row.toString());
                }
                municipalities.put(area.id(), area);
            });
            if (municipalities.isEmpty()) {
                throw new Refusal("KOL-029", request.baseUrl().toString(), ImportRequest.KOLADA.toString());
            }
            askGroups();
            askIndicators();
            receive(municipalities.values());
            receive(groups.values());
            receive(described.values());
        }

        private void askGroups() {
            List<String> wanted =
                    chosenAreas.stream().filter(area -> area.startsWith("G")).toList();
            for (List<String> some : split(wanted)) {
                client.read("municipality_groups/" + String.join(",", some), row -> {
                    if (!(row instanceof KoladaRow.Group group) || !some.contains(group.id())) {
                        throw other("municipality_groups", row.toString());
                    }
                    groups.put(group.id(), group);
                });
            }
            List<String> unknown = chosenAreas.stream()
                    .filter(area -> !municipalities.containsKey(area) && !groups.containsKey(area))
                    .toList();
            unknown.forEach(area -> problems.add(Note.of("import.unknown-area", area)));
            unknown.forEach(chosenAreas::remove);
        }

        private void askIndicators() {
            for (List<String> some : split(indicators)) {
                client.read("kpi/" + String.join(",", some) + "?per_page=" + KoladaClient.PAGE, row -> {
                    if (!(row instanceof KoladaRow.Indicator figure) || !some.contains(figure.id())) {
                        throw other("kpi", row.toString());
                    }
                    described.put(figure.id(), figure);
                });
            }
            indicators.stream().filter(id -> !described.containsKey(id)).forEach(gone::add);
        }

        void askFigures() {
            int asked = 0;
            int failures = 0;
            for (String id : indicators) {
                asked++;
                if (failures == MOST_FAILURES) {
                    problems.add(Note.of("import.not-asked", id));
                    continue;
                }
                progress.accept(Note.of("import.asking", id, asked, indicators.size()));
                try {
                    askFigure(id);
                    failures = 0;
                } catch (Refusal refusal) {
                    if (refusal.code().equals("KOL-027")) {
                        throw refusal;
                    }
                    failures += refusal.code().equals("KOL-020") ? 1 : 0;
                    problems.add(Note.of("import.failed", id));
                    problems.add(Note.of(refusal));
                }
            }
        }

        private void askFigure(String id) {
            List<String> areas = areas(described.get(id));
            if (areas.isEmpty()) {
                (request.indicators().isEmpty() ? notes : problems).add(Note.of("import.not-measured-there", id));
                return;
            }
            List<KoladaRow> cells = new ArrayList<>();
            for (List<String> some : split(areas)) {
                client.read(path(id, some), row -> {
                    if (!(row instanceof KoladaRow.Cell cell)
                            || !cell.indicator().equals(id)
                            || !some.contains(cell.area())) {
                        throw other(path(id, some), row.toString());
                    }
                    cells.add(row);
                });
            }
            if (cells.isEmpty()) {
                nothing(id);
                return;
            }
            receive(cells);
            if (request.since() == null) {
                areas.forEach(area -> store.cover(id, area));
                tellOfAreasWithout(id, areas, cells);
            }
        }

        private String path(String id, List<String> areas) {
            return "data/kpi/" + id + "/municipality/" + String.join(",", areas) + "?per_page=" + KoladaClient.PAGE
                    + (request.since() == null ? "" : "&from_date=" + request.since());
        }

        /** An empty answer says that nothing changed, that there is nothing, or that something is wrong. */
        private void nothing(String id) {
            if (request.since() != null) {
                notes.add(Note.of("import.no-changes", id, request.since()));
            } else if (store.hasValues(id)) {
                throw new Refusal("KOL-031", id);
            } else if (gone.contains(id)) {
                (request.indicators().isEmpty() ? notes : problems).add(Note.of("import.unknown-indicator", id));
            } else {
                notes.add(Note.of("import.no-values", id));
            }
        }

        private void tellOfAreasWithout(String id, List<String> areas, List<KoladaRow> cells) {
            Set<String> without = new TreeSet<>(areas);
            cells.forEach(row -> without.remove(((KoladaRow.Cell) row).area()));
            if (!without.isEmpty()) {
                notes.add(Note.of("import.no-values-for", id, String.join(", ", without)));
            }
        }

        /**
         * The areas that {@code figure} may have values for: a municipality's figure is not asked for regions nor the
         * reverse, since Kolada answers such a question with silence. The nation has both, though Kolada types it L.
         */
        private List<String> areas(KoladaRow.@Nullable Indicator figure) {
            String kind = figure == null || figure.areaKind() == null ? "A" : figure.areaKind();
            Set<String> areas = new LinkedHashSet<>(chosenAreas);
            if (request.areas().isEmpty() && !kind.equals("K")) {
                municipalities.values().stream()
                        .filter(area -> area.type().equals("L"))
                        .forEach(area -> areas.add(area.id()));
            }
            areas.removeIf(area -> !area.equals(County.NATION) && !kind.equals("A") && !kind.equals(kindOf(area)));
            return List.copyOf(areas);
        }

        private String kindOf(String area) {
            KoladaRow.Municipality municipality = municipalities.get(area);
            if (municipality != null) {
                return municipality.type();
            }
            KoladaRow.Group group = groups.get(area);
            return group != null && group.members().stream().anyMatch(member -> member.startsWith("00")) ? "L" : "K";
        }

        private void receive(Collection<? extends KoladaRow> rows) {
            try (Received received = new Received(connection, 1)) {
                rows.forEach(received);
            }
        }

        private Refusal other(String asked, String came) {
            return new Refusal("KOL-028", asked, came);
        }
    }

    private static List<List<String>> split(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            parts.add(all.subList(from, Math.min(from + MOST_IDS, all.size())));
        }
        return parts;
    }
}
