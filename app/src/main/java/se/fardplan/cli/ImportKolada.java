package se.fardplan.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.ImportRequest;
import se.fardplan.indicators.ImportResult;
import se.fardplan.indicators.KoladaImport;

/** {@code ./fardplan import kolada --from api|FILE…}: exit code 1 when something asked for did not come in. */
@Command(
        name = "kolada",
        description = "Hämta nyckeltal från Koladas API eller från sparade filer.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportKolada implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(
            names = "--from",
            arity = "1..*",
            required = true,
            paramLabel = "api|FIL",
            description = "Ordet api, eller en eller flera filer från Kolada.")
    private List<String> from = List.of();

    @Option(names = "--base-url", paramLabel = "URL", description = "API:ets adress (annars Koladas egen).")
    private @Nullable URI baseUrl;

    @Option(
            names = "--kpi",
            arity = "1..*",
            split = ",",
            paramLabel = "ID",
            description = "Nyckeltal, som U20462 (annars länets).")
    private List<String> indicators = List.of();

    @Option(
            names = "--area",
            arity = "1..*",
            split = ",",
            paramLabel = "KOD",
            description = "Områden, som 2080 (annars länets, dess grupp och riket).")
    private List<String> areas = List.of();

    @Option(
            names = "--since",
            paramLabel = "DATUM",
            description = "Bara det som ändrats i Kolada från och med den dagen.")
    private @Nullable LocalDate since;

    @Option(names = "--as-of", paramLabel = "DATUM", description = "Dagen uppgifterna hämtades ur Kolada.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        ImportRequest request = request();
        DemoFolder.refuseRealData(where.folder());
        try (Installation installation = Installation.open(where)) {
            installation.refuseDemo();
            Texts texts = installation.ask(Texts.class);
            ImportResult result;
            try (Progress progress = Progress.of("cli.progress.import")) {
                result = installation
                        .ask(KoladaImport.class)
                        .run(CurrentUser.console(), request, note -> System.err.println(note.text(texts)));
            }
            result.notes().forEach(note -> System.out.println(note.text(texts)));
            result.problems().forEach(problem -> System.err.println(problem.text(texts)));
            return result.complete() ? 0 : 1;
        }
    }

    private ImportRequest request() {
        if (from.equals(List.of("api"))) {
            return new ImportRequest.Api(
                    baseUrl == null ? ImportRequest.KOLADA : baseUrl, indicators, areas, since, asOf);
        }
        if (since != null || baseUrl != null) {
            throw new Refusal("CLI-014");
        }
        List<Path> files = from.stream().map(Main::fromWhereTheUserStands).toList();
        return new ImportRequest.Files(files, indicators, areas, asOf);
    }
}
