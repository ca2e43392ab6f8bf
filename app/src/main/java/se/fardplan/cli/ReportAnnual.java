package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.reports.AnnualReports;

/** {@code ./fardplan report annual}: a frozen year as it was frozen, another as a draft marked as such. */
@Command(
        name = "annual",
        description = "Skriv ett års årsrapport som webbsida, PDF eller Word.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportAnnual implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--year", required = true, paramLabel = "ÅR", description = "Året rapporten gäller, som 2025.")
    private int year;

    @Option(names = "--format", required = true, paramLabel = "html|pdf|docx", description = "Filens form.")
    private AnnualReports.Format format = AnnualReports.Format.HTML;

    @Option(names = "--out", required = true, paramLabel = "FIL", description = "Filen som ska skrivas.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal("CLI-015", String.valueOf(folder));
        }
        try (Installation installation = Installation.open(where)) {
            try (Progress progress = Progress.of("cli.progress.report")) {
                installation.ask(AnnualReports.class).write(year, format, out);
            } catch (NotFound nothing) {
                throw new Refusal("CLI-016", Integer.toString(year));
            }
            System.out.println(installation.ask(Texts.class).of("cli.report.written", out.toString()));
            return 0;
        }
    }
}
