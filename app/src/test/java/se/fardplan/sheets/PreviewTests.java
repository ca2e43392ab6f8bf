package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fardplan.Hall;
import se.fardplan.Texts;
import se.fardplan.sheets.Preview.Change;
import se.fardplan.sheets.Preview.Difference;
import se.fardplan.sheets.Preview.Kind;

/** What a page shows before a file is saved. */
class PreviewTests {

    private static final CellProblem BAD = new CellProblem(3, "AB", "E-post", "<anna>", "Skriv en e-postadress.");

    @Test
    void saysThePointFirst() {
        assertThat(page(new Preview(40, 3, 0, 12, List.of(), List.of(BAD, BAD))))
                .contains("40 nya, 3 ändrade, 0 avslutade, 12 oförändrade.")
                .contains("2 celler måste rättas först.");
        assertThat(page(new Preview(1, 1, 1, 1, List.of(), List.of())))
                .contains("1 ny, 1 ändrad, 1 avslutad, 1 oförändrad.")
                .doesNotContain("måste rättas");
    }

    @Test
    void tellsEachBadCellAndEachChange() {
        Change changed = new Change(2, Kind.CHANGED, "Anna", List.of(new Difference("Till", "2026-12-31", "")));
        Change ended = new Change(0, Kind.ENDED, "Bo", List.of());
        String page = page(Preview.of(List.of(changed, ended), 0, List.of(BAD))).replaceAll("\\s+", " ");
        assertThat(page).contains("<span class=\"only-s\">Rad </span>3", "<span class=\"only-s\">Kolumn </span>AB");
        // On a wide page the headers say it.
        assertThat(page.replaceAll("<span class=\"only-s\">[^<]*</span>", ""))
                .contains("<th scope=\"row\">3</th> <td>AB</td> <td>E-post</td> <td>&lt;anna&gt;</td>")
                .contains("<p>Till: <del>2026-12-31</del> → <ins>tomt</ins></p>")
                .contains("Inte i filen", "Avslutad");
    }

    @Test
    void showsTwoHundredAndSaysHowManyMore() {
        List<CellProblem> many = IntStream.range(0, 203).mapToObj(i -> BAD).toList();
        List<Change> changes = IntStream.range(0, 201)
                .mapToObj(i -> new Change(i + 2, Kind.ADDED, "A", List.of()))
                .toList();
        String page = page(Preview.of(changes, 0, many));
        assertThat(page).contains("Och 3 till.", "Och 1 till.");
        assertThat(page.split("<tr>", -1)).hasSize(1 + 2 + 200 + 200);
    }

    private static String page(Preview preview) {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, PreviewTests.class.getClassLoader(), "se.fardplan");
        StringOutput page = new StringOutput();
        Hall hall = new Hall(Texts.standing(), null, null, null, "/", null, null);
        templates.render("sheets/preview.jte", Map.of("hall", hall, "preview", preview), page);
        return page.toString();
    }
}
