package se.fardplan.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.ImportResult.Note;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

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
    private final Organisation organisation;
    private final KeyFigureCatalogue figures;
    private final VintageStore vintages;
    private final Importer importer;
    private final ApiImport fromApi;

    KoladaImport(
            Access access,
            Organisation organisation,
            KeyFigureCatalogue figures,
            VintageStore vintages,
            Importer importer,
            ApiImport fromApi) {
        this.access = access;
        this.organisation = organisation;
        this.figures = figures;
        this.vintages = vintages;
        this.importer = importer;
        this.fromApi = fromApi;
    }

    /**
     * Imports what {@code request} asks for.
     *
     * @param progress hears what is being done, at most about once a second
     */
    @Transactional
    public ImportResult run(CurrentUser user, ImportRequest request, Consumer<Note> progress) {
        access.demand(user, Act.IMPORT_FIGURES, null);
        if (organisation.findCounty().map(County::demo).orElse(false)) {
            throw new Refusal("KOL-012");
        }
        if (!vintages.tryLock()) {
            throw new Refusal("KOL-010");
        }
        ImportResult result = switch (request) {
            case ImportRequest.Files files -> importer.fromFiles(user.name(), files, progress);
            case ImportRequest.Api api -> fromApi.run(user.name(), api, defaults(), progress);
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

    /** The county's key figures and their followers; its principals, its group and the nation. */
    private ApiImport.Defaults defaults() {
        List<String> ids = figures.listKeyFigures().stream()
                .filter(figure -> figure.status() == KeyFigure.Status.ACTIVE)
                .flatMap(figure -> Stream.of(figure.koladaId(), figure.successorId()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        County county = organisation.county();
        Stream<String> principals = organisation.listPrincipals(LocalDate.now(HouseTime.SWEDEN)).stream()
                .map(Principal::code);
        List<String> areas = Stream.of(principals, Stream.ofNullable(county.groupCode()), Stream.of(County.NATION))
                .flatMap(codes -> codes)
                .toList();
        return new ApiImport.Defaults(ids, areas);
    }
}
