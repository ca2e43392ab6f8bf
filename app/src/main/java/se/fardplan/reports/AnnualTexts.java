package se.fardplan.reports;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.SearchSource;
import se.fardplan.desk.SearchText;
import se.fardplan.reports.AnnualReport.Frozen;

/** The frozen annual reports by what is written in them (årsrapporternas texter). */
@Component
class AnnualTexts implements SearchSource {

    /** What makes a line a heading or a point. */
    private static final Pattern LINE_MARK = Pattern.compile("(?m)^\\s*(?:##|-)\\s+");

    private final AnnualReportStore store;
    private final Texts texts;
    private final Desk desk;

    AnnualTexts(AnnualReportStore store, Texts texts, Desk desk) {
        this.store = store;
        this.texts = texts;
        this.desk = desk;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("annual-report");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<SearchText> texts() {
        return store.list().stream()
                .filter(Frozen.class::isInstance)
                .map(report -> text(report.year()))
                .toList();
    }

    /** Lets the report of {@code year} be found, in the transaction that freezes it. */
    void publish(int year) {
        desk.index(text(year));
    }

    private SearchText text(int year) {
        String written = store.listLatestTexts(year).stream()
                .map(analysis -> LINE_MARK.matcher(analysis.text()).replaceAll(""))
                .collect(Collectors.joining("\n"));
        return new SearchText(
                "annual-report",
                "/arsrapport/" + year,
                texts.of("annual.title", String.valueOf(year)),
                written,
                Scope.anyone());
    }
}
