package se.fardplan.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.organisation.CountyLoader;

/** The strategy as a reader meets it. */
@PagesTest
class StrategyPagesTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private CountyLoader loader;

    @Autowired
    private Strategies strategies;

    @Autowired
    private KeyFigureCatalogue figures;

    @BeforeEach
    void load() {
        loader.ensureLoaded("dalarna", false);
    }

    @Test
    @Proves({"R5", "R6", "R7", "R44", "C13", "C14", "C39", "C65"})
    void showsCoverAndContents() {
        assertThat(get("/strategin"))
                .contains("RD22/00386", "1 juli 2022", "1 januari 2030", "På omslaget står 2030-01-01")
                .contains("År 2030 täcks inte", "Tidigare titel", "Text saknas", "utan sida")
                .contains("href=\"/strategin/malbild#principer\"", "href=\"/nyckeltal\"", "id=\"forord\"");
    }

    @Test
    @Proves({
        "R8", "R31", "R32", "R33", "R34", "R35", "R36", "R39", "R40", "R41", "R42", "R43", "R49", "R50", "R52", "C40",
        "C41"
    })
    void showsTheFirstPart() {
        assertThat(get("/strategin/malbild"))
                .contains("Nära genom hela livet – gemensamt tillsammans", "href=\"/delmal/nara-till-halsa\"")
                .contains("Vi utgår ifrån individernas olika behov och bjuder in till delaktighet.")
                .contains("Aktiv medskapare", "Individen i centrum", "hör inte till den beslutade texten")
                .contains("Strategin har inga målområden", "Varifrån kommer delmålet?", "rad 99–101")
                .contains("Primärvården är navet", "Privata utförare");
    }

    @Test
    @Proves({"R45", "R46", "R47", "R53", "R134", "R135", "R145", "C15", "C42", "C45", "C64", "C66"})
    void showsTheSecondPart() {
        assertThat(get("/strategin/fardplan"))
                .contains("Den gemensamma resan är i sträckan", "data-chart=\"fardplanen\"", "Här är vi")
                .contains("Implementering avser de tillvägagångssätt", "Verktyget för lokala planer är inte byggt än")
                .contains("28 januari 2022", "27 april 2022", "Datum anges inte", "Självsfattning")
                .contains("Utgår ifrån nationellt kvalitetssäkrade nyckeltal.")
                .containsOnlyOnce("En plan för ett eller flera år med prioriteringar i samverkan.");
    }

    @Test
    @Proves({"R4", "R2"})
    void explainsAbbreviationsByTapAndKeyboard() {
        assertThat(get("/strategin/fardplan"))
                .contains("<button type=\"button\" class=\"abbr\" popovertarget=\"ord-rss\"")
                .contains("<div popover class=\"explained\" id=\"ord-rss\">", "Regional samverkans- och stödstruktur");
        assertThat(get("/forkortningar")).contains("Säbo", "Särskilt boende", "R HPL");
    }

    @Test
    @Proves({"R136", "R138", "R140", "R141", "C9", "C10"})
    void listsTheDecidedKeyFiguresBySubGoal() {
        assertThat(get("/strategin/nyckeltal"))
                .contains("href=\"/nyckeltal/KF01\"", "href=\"/nyckeltal/KF20\"", "Nyckeltalen är beslutade")
                .contains("Under utveckling, inget värde", "Behöver verifieras, inga värden hämtas")
                .contains("Tryckt i källan: Besök på akutmottagning &gt;80 år", "fyra tillägg ur Socialstyrelsens")
                .contains("20 beslutade nyckeltal för 5 delmål", "kräver beslut av Välfärdsrådet");
    }

    @Test
    @Proves("R1")
    void showsDocumentsAndNames() {
        assertThat(get("/dokument"))
                .contains("Slutrapport från pilot", "Delrapport")
                .doesNotContain(".txt");
        assertThat(get("/namn?q=LCHNYV")).contains("Länschefsnätverket", "Felläst i skannad text");
        assertThat(get("/namn?q=Norrby")).contains("Inget organ heter ”Norrby”");
    }

    @Test
    @Proves({"R147", "R148", "R149", "C47", "C48"})
    void filtersTheNationalIndicators() {
        assertThat(get("/nationella-indikatorer"))
                .contains("36 indikatorer", "Tolkat. På raden står: Konsekvenser", "distriktskötare")
                .contains("Går att ta fram idag med hjälp av befintliga datakällor", "Kopplingen är tolkad");
        assertThat(get("/nationella-indikatorer?status=3")).contains("En indikator", "Tillgänglighet till läkare");
        assertThat(get("/nationella-indikatorer?status=2&omrade=God och nära vård – systemeffekter"))
                .contains("Ingen indikator");
    }

    @Test
    @Proves({"R37", "C12"})
    void givesEverySubGoalItsKeyFiguresAndEveryKeyFigureItsSubGoal() {
        List<KeyFigure> all = figures.listKeyFigures();

        assertThat(all)
                .hasSize(20)
                .allSatisfy(figure ->
                        assertThat(strategies.findSubGoalOf(figure.code())).isPresent());
        assertThat(strategies.findSubGoalOf("KF05").orElseThrow().code()).isEqualTo("nara-for-alla");
    }

    @Test
    @Proves({"R6", "R53"})
    void leadsOnlyToPagesAndPlacesThatExist() {
        Pattern link = Pattern.compile("href=\"(/strategin[^\"]*)\"");
        Matcher links = link.matcher(get("/strategin"));
        while (links.find()) {
            String[] address = links.group(1).split("#");
            String page = get(address[0]);
            if (address.length == 2) {
                assertThat(page).as(links.group(1)).contains("id=\"" + address[1] + "\"");
            }
        }
    }

    @Test
    void givesTheRoadmapAway() {
        assertThat(pages.get().uri("/strategin/fardplan/kartan.svg")).hasStatusOk();
        assertThat(pages.get().uri("/strategin/fardplan/kartan.xlsx")).hasStatusOk();
        assertThat(get("/strategin/fardplan/kartan.csv")).contains("Sträcka;Tid;Läge");
    }

    @Test
    void givesEveryRegisterAwayAsItIsShown() {
        assertThat(get("/dokument.csv"))
                .startsWith("\uFEFFTitel;Typ;Står bakom;Läge;Version;Gäller från;Gäller till;Diarienummer;Länk;")
                .contains(";Strategi;", ";2022-07-01;2030-01-01;RD22/00386;", ";Dokumentregistret i Färdplan\r\n");
        assertThat(get("/forkortningar.csv")).contains("Förkortning;Betydelse;Förklaring", "Säbo;Särskilt boende;");
        assertThat(get("/namn.csv?q=LCHNYV").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("LCHNYV;Länschefsnätverket", "Felläst i skannad text;Namnregistret i Färdplan");
        assertThat(get("/namn?q=LCHNYV")).contains("href=\"/namn.xlsx?q=LCHNYV\"");
        assertThat(get("/nationella-indikatorer.csv").lines()).hasSize(37);
        assertThat(get("/nationella-indikatorer.csv?status=3").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("Tillgänglighet till läkare");
        assertThat(get("/nationella-indikatorer?status=3"))
                .contains("/nationella-indikatorer.xlsx?omrade=&amp;status=3");
    }

    @Test
    void givesEveryRegisterAwayAsExcel() throws IOException {
        for (String page : List.of("dokument", "forkortningar", "namn", "nationella-indikatorer")) {
            var answer = pages.get().uri("/" + page + ".xlsx").exchange();
            assertThat(answer).headers().hasValue("Content-Disposition", "attachment; filename=\"" + page + ".xlsx\"");
            byte[] file = answer.getResponse().getContentAsByteArray();
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                assertThat(workbook.getFirstSheet().read().size())
                        .as(page)
                        .isEqualTo(get("/" + page + ".csv").lines().count());
            }
        }
    }

    private String get(String address) {
        var result = pages.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
