package se.fardplan.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/**
 * Examples of every key figure for the demo (exempeldata): ten years in two vintages, so that the second has something to
 * have changed.
 */
@Component
@Order(20)
class FigureDemo implements DemoPart {

    private static final String BY = "Exempeldata";
    private static final int YEARS = 10;

    private final Organisation organisation;
    private final KeyFigureCatalogue figures;
    private final DataSource connections;
    private final ImportStore store;
    private final Importer importer;
    private final VintageStore vintages;

    FigureDemo(
            Organisation organisation,
            KeyFigureCatalogue figures,
            DataSource connections,
            ImportStore store,
            Importer importer,
            VintageStore vintages) {
        this.organisation = organisation;
        this.figures = figures;
        this.connections = connections;
        this.store = store;
        this.importer = importer;
        this.vintages = vintages;
    }

    @Override
    public void fill(LocalDate asOf) {
        vintages.lock();
        fillVintage(asOf.minusYears(1));
        fillVintage(asOf);
    }

    private void fillVintage(LocalDate asOf) {
        Connection connection = DataSourceUtils.getConnection(connections);
        County county = organisation.county();
        store.begin();
        store.addSource(1, BY, asOf);
        List<FigureExamples> examples = examples(county, asOf);
        receive(connection, areas(county, asOf));
        receive(connection, groups(county, asOf));
        receive(connection, entries(examples, asOf));
        int last = asOf.getYear() - 1;
        receive(connection, examples.stream().flatMap(one -> one.cells(last - YEARS + 1, last).stream()));
        store.coverFiles();
        importer.apply(BY, new Importer.Run(asOf, VintageStore.Kind.EXAMPLE, BY, List.of(), List.of(), List.of()));
    }

    private static void receive(Connection connection, Stream<? extends KoladaRow> rows) {
        try (Received received = new Received(connection, 1)) {
            rows.forEach(received);
        }
    }

    private Stream<KoladaRow.Municipality> areas(County county, LocalDate day) {
        List<KoladaRow.Municipality> areas = new ArrayList<>();
        areas.add(new KoladaRow.Municipality(County.NATION, "Riket", "L"));
        regions().forEach((code, name) -> areas.add(new KoladaRow.Municipality(code, name, "L")));
        for (Principal principal : municipalities(day)) {
            areas.add(new KoladaRow.Municipality(principal.code(), principal.name(), "K"));
        }
        return areas.stream();
    }

    private Stream<KoladaRow.Group> groups(County county, LocalDate day) {
        String group = county.groupCode();
        return group == null
                ? Stream.empty()
                : Stream.of(new KoladaRow.Group(
                        group,
                        county.name() + ", kommunerna (ovägt medel)",
                        municipalities(day).stream().map(Principal::code).toList()));
    }

    private List<Principal> municipalities(LocalDate day) {
        return organisation.listPrincipals(day).stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .toList();
    }

    private List<FigureExamples> examples(County county, LocalDate day) {
        List<String> municipalities =
                municipalities(day).stream().map(Principal::code).toList();
        List<String> small =
                municipalities.stream().filter(code -> code.hashCode() % 3 != 0).toList();
        List<FigureExamples> examples = new ArrayList<>();
        for (KeyFigure figure : figures.listKeyFigures()) {
            String id = figure.koladaId();
            if (id == null) {
                continue;
            }
            List<String> areas = areas(figure.level(), municipalities, county);
            examples.add(new FigureExamples(id, figure, false, areas, small, county.regionCode()));
            String successor = figure.successorId();
            if (successor != null) {
                examples.add(new FigureExamples(successor, figure, true, areas, small, county.regionCode()));
            }
        }
        return examples;
    }

    private static List<String> areas(KeyFigure.Level level, List<String> municipalities, County county) {
        List<String> areas = new ArrayList<>(List.of(County.NATION));
        if (level != KeyFigure.Level.MUNICIPALITY) {
            areas.addAll(regions().keySet());
        }
        String group = county.groupCode();
        if (level != KeyFigure.Level.REGION) {
            areas.addAll(municipalities);
            if (group != null) {
                areas.add(group);
            }
        }
        return areas;
    }

    /** Every other key figure awaits its final publication, so that the last year is preliminary. */
    private static Stream<KoladaRow.Indicator> entries(List<FigureExamples> examples, LocalDate asOf) {
        return examples.stream().map(example -> entry(example, asOf));
    }

    private static KoladaRow.Indicator entry(FigureExamples example, LocalDate asOf) {
        KeyFigure figure = example.figure();
        boolean retired = figure.successorId() != null && !example.successor() && asOf.getYear() > 2025;
        boolean awaited = figure.order() % 2 == 0 && figure.overlapYears() == 1;
        String kind = switch (figure.level()) {
            case MUNICIPALITY -> "K";
            case REGION -> "L";
            case BOTH -> "A";
        };
        return new KoladaRow.Indicator(
                example.id(),
                figure.measureTitle() + (example.successor() ? " (nytt mått)" : retired ? " (-2024)" : ""),
                "Exempeldata. Källa: Exempeldata.",
                true,
                kind,
                null,
                null,
                null,
                awaited && !retired ? asOf.minusDays(60) : null,
                retired ? null : awaited ? asOf.plusDays(90) : asOf.plusDays(200),
                retired ? null : String.valueOf(awaited ? asOf.getYear() - 1 : asOf.getYear()),
                false);
    }

    /** Code to name of every region in Sweden. */
    private static TreeMap<String, String> regions() {
        Properties read = new Properties();
        try (var in = new ClassPathResource("indicators/regions.properties").getInputStream();
                var reader = new java.io.InputStreamReader(in, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, String> regions = new TreeMap<>();
        read.forEach((code, name) -> regions.put(code.toString(), name.toString()));
        return regions;
    }
}
