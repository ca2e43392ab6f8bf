package se.fardplan.strategy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.organisation.Abbreviation;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.Document;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Source;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.sheets.TakeAway;

/** The documents register, the abbreviations and the names (dokument, förkortningar, namn). */
@Controller
class DocumentController {

    private final Organisation organisation;
    private final Texts texts;

    DocumentController(Organisation organisation, Texts texts) {
        this.organisation = organisation;
        this.texts = texts;
    }

    record DocumentsPage(List<Document> documents) {

        static String day(@Nullable LocalDate day) {
            return day == null ? "" : ContentsPage.day(day);
        }
    }

    record AbbreviationsPage(List<Abbreviation> abbreviations) {}

    /** Every name, or those that {@code asked} leads to. */
    record NamesPage(String asked, List<Alias> aliases) {

        /** Where the page is, with what was asked. */
        String address() {
            return asked.isEmpty() ? "/namn" : "/namn?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        }
    }

    @Open
    @GetMapping("/dokument")
    ModelAndView documents() {
        return new ModelAndView("strategy/documents", "page", new DocumentsPage(organisation.listDocuments()));
    }

    @Open
    @GetMapping("/dokument.{ending:csv|xlsx}")
    ResponseEntity<byte[]> documentsFile(@PathVariable String ending) {
        String source = texts.of("documents.source");
        Sheet sheet = Sheet.of(
                texts.of("documents.title"),
                organisation.listDocuments(),
                document -> source,
                List.of(
                        Filled.text(texts.of("document.title"), Document::title),
                        Filled.text(texts.of("document.kind"), one -> texts.of("document.kind." + one.kind())),
                        Filled.text(texts.of("document.owner"), Document::owner),
                        Filled.text(texts.of("document.status"), Document::status),
                        Filled.text(texts.of("document.version"), Document::version),
                        Filled.text(texts.of("document.validFrom"), Document::validFrom),
                        Filled.text(texts.of("document.validTo"), Document::validTo),
                        Filled.text(texts.of("cover.number"), Document::registrationNumber),
                        Filled.text(texts.of("document.link"), Document::link),
                        Filled.text(texts.of("document.formerTitles"), one -> String.join("; ", one.formerTitles())),
                        Filled.text(texts.of("names.note"), Document::note)));
        return TakeAway.table(sheet, "dokument", ending);
    }

    @Open
    @GetMapping("/forkortningar")
    ModelAndView abbreviations() {
        return new ModelAndView(
                "strategy/abbreviations", "page", new AbbreviationsPage(organisation.listAbbreviations()));
    }

    @Open
    @GetMapping("/forkortningar.{ending:csv|xlsx}")
    ResponseEntity<byte[]> abbreviationsFile(@PathVariable String ending) {
        Sheet sheet = Sheet.of(
                texts.of("abbreviations.title"),
                organisation.listAbbreviations(),
                abbreviation -> sources(abbreviation.sources()),
                List.of(
                        Filled.text(texts.of("abbreviations.short"), Abbreviation::shortForm),
                        Filled.text(texts.of("abbreviations.long"), Abbreviation::longForm),
                        Filled.text(texts.of("abbreviations.explanation"), Abbreviation::explanation),
                        Filled.text(
                                texts.of("names.note"),
                                one -> one.interpreted() ? texts.of("abbreviations.interpreted") : null)));
        return TakeAway.table(sheet, "forkortningar", ending);
    }

    @Open
    @GetMapping("/namn")
    ModelAndView names(@RequestParam(name = "q", defaultValue = "") String asked) {
        return new ModelAndView("strategy/names", "page", new NamesPage(asked.strip(), aliases(asked)));
    }

    @Open
    @GetMapping("/namn.{ending:csv|xlsx}")
    ResponseEntity<byte[]> namesFile(
            @PathVariable String ending, @RequestParam(name = "q", defaultValue = "") String asked) {
        String source = texts.of("names.source");
        Sheet sheet = Sheet.of(
                texts.of("names.title"),
                aliases(asked),
                alias -> source,
                List.of(
                        Filled.text(texts.of("names.name"), Alias::name),
                        Filled.text(texts.of("names.official"), Alias::officialName),
                        Filled.text(texts.of("names.kind"), one -> texts.of("names.kind." + one.kind())),
                        Filled.text(texts.of("names.validFrom"), Alias::validFrom),
                        Filled.text(texts.of("names.validTo"), Alias::validTo),
                        Filled.text(texts.of("names.note"), Alias::note)));
        return TakeAway.table(sheet, "namn", ending);
    }

    private List<Alias> aliases(String asked) {
        return asked.isBlank() ? organisation.listAliases() : organisation.search(asked);
    }

    private String sources(List<Source> sources) {
        return sources.stream()
                .map(source -> texts.of("sources.line", source.title(), source.place()))
                .collect(Collectors.joining("; "));
    }
}
