package se.fardplan.desk;

import java.util.List;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.fardplan.organisation.CountyLoaded;
import se.fardplan.organisation.Organisation;

/** Reads what each {@link SearchSource} lets be found (inläsning till sökningen). */
@Component
class SearchSources {

    private final ObjectProvider<SearchSource> sources;
    private final SearchStore texts;
    private final SearchSourceStore versions;
    private final Organisation organisation;
    private final TransactionOperations transaction;

    SearchSources(
            ObjectProvider<SearchSource> sources,
            SearchStore texts,
            SearchSourceStore versions,
            Organisation organisation,
            TransactionOperations transaction) {
        this.sources = sources;
        this.texts = texts;
        this.versions = versions;
        this.organisation = organisation;
        this.transaction = transaction;
    }

    /** In the reading's own transaction. */
    @EventListener
    void on(CountyLoaded loaded) {
        sources.forEach(this::read);
    }

    /** Reads the sources that say more than when they were last read. */
    void refresh() {
        if (organisation.findCounty().isEmpty()) {
            return;
        }
        for (SearchSource source : sources) {
            transaction.executeWithoutResult(status -> {
                if (versions.versionOf(name(source)) < source.version()) {
                    read(source);
                }
            });
        }
    }

    private void read(SearchSource source) {
        List<SearchText> now = source.texts();
        texts.replace(source.kinds(), now);
        versions.save(name(source), source.version());
    }

    private static String name(SearchSource source) {
        return String.join(",", new TreeSet<>(source.kinds()));
    }
}
