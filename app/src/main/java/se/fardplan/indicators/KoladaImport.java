package se.fardplan.indicators;

import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.ImportResult.Note;

/**
 * Figures from Kolada, from files or from its API (import från Kolada).
 *
 * <p>One import is one transaction: stopped at any point it has changed nothing, and repeated it changes nothing more. A
 * second import at the same time is told to wait. The vintage's date is {@code --as-of}, else the latest date in the
 * files' names, else today; what is preliminary is judged once, against each file's own date. An import that changes
 * nothing makes no vintage.
 */
@Service
public class KoladaImport {

    private final Access access;
    private final VintageStore vintages;
    private final Importer importer;

    KoladaImport(Access access, VintageStore vintages, Importer importer) {
        this.access = access;
        this.vintages = vintages;
        this.importer = importer;
    }

    /**
     * Imports what {@code request} asks for.
     *
     * @param progress hears what is being done, at most about once a second
     */
    @Transactional
    public ImportResult run(CurrentUser user, ImportRequest request, Consumer<Note> progress) {
        access.demand(user, Act.IMPORT_FIGURES, null);
        if (!vintages.tryLock()) {
            throw new Refusal("KOL-010");
        }
        ImportResult result = switch (request) {
            case ImportRequest.Files files -> importer.fromFiles(user.name(), files, progress);
            case ImportRequest.Api api -> throw new UnsupportedOperationException("API " + api.baseUrl());
        };
        Vintage vintage = result.vintage();
        if (vintage != null) {
            access.record(
                    user,
                    "indicators.imported",
                    "vintage/" + vintage.number(),
                    result.notes().getFirst().arguments().toString());
        }
        return result;
    }
}
