package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.indicators.HandValue;
import se.fardplan.indicators.HandValues;
import se.fardplan.indicators.ImportRequest;
import se.fardplan.indicators.KoladaImport;
import se.fardplan.indicators.Sex;
import se.fardplan.organisation.CountyLoader;

/** The pages of sub-goals and key figures, on a handful of made-up values in Kolada's shape. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=key-figures")
class KeyFigurePagesTests {

    private static final List<String> MUNICIPALITIES = List.of(
            "2021", "2023", "2026", "2029", "2031", "2034", "2039", "2061", "2062", "2080", "2081", "2082", "2083",
            "2084", "2085");

    private static final CurrentUser LEAD = new CurrentUser(
            new UUID(1, 1), "Lena Ledare", "", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    KoladaImport kolada;

    @Autowired
    HandValues hand;

    @TempDir
    Path folder;

    /** The same import again changes nothing, so that every test may ask for it. */
    @BeforeEach
    void importFigures() throws IOException {
        counties.ensureLoaded("dalarna", false);
        List<String> rows = new ArrayList<>();
        years(rows, "U79133", "0020", 2018, 683, 729.5, 601, 577.8, 560.6, 502.6);
        years(rows, "U79133", "0000", 2018, 699, 693.8, 599.6, 590.5, 583.5, 562.2);
        years(rows, "U71456", "0020", 2017, 71.5, 72, 73, 74, 75);
        years(rows, "N78114", "0020", 2025, 0.81);
        for (String municipality : MUNICIPALITIES) {
            rows.add(
                    row("U01411", municipality, 2016, Integer.toString(10 + MUNICIPALITIES.indexOf(municipality)), ""));
            rows.add(row("U01411", municipality, 2017, "null", "Missing"));
            boolean shown = municipality.equals("2080") || municipality.equals("2081");
            rows.add(row("U01411", municipality, 2018, shown ? "12" : "null", shown ? "" : "Privacy"));
        }
        Path file = folder.resolve("values.json");
        Files.writeString(
                file, "{\"values\":[" + String.join(",", rows) + "],\"count\":" + rows.size() + ",\"next_url\":null}");
        kolada.run(
                CurrentUser.console(),
                new ImportRequest.Files(List.of(file), List.of(), List.of(), LocalDate.of(2026, 8, 1)),
                note -> {});
    }

    @Test
    @Proves({"R135", "R143"})
    void aKeyFigureSaysWhereTheCountyStandsAndWhichWayItMoves() {
        assertThat(page("/nyckeltal/KF11"))
                .contains("Förbättras", "502,6", "Riket 562,2", "Målvärde saknas", "Osäkerheten är okänd")
                .contains("Källa: Kolada (U79133), hämtad 2026-08-01")
                .contains("Kommunerna visas inte: måttet finns bara för regioner.");
    }

    @Test
    @Proves("R143")
    void aMunicipalityIsSeenOverTimeAgainstTheCounty() {
        assertThat(page("/nyckeltal/KF19?omrade=2080")).contains("Falun 2018", "12\u00a0%", "Hela Dalarna");
        assertThat(text("/nyckeltal/KF19/diagram/trend.csv?omrade=2080"))
                .contains("År;Falun;Riket;Dalarna")
                .contains("2016;19;ingen uppgift;17")
                .contains("2017;saknas;");
    }

    @Test
    @Proves("R139")
    void whatWeComputeIsNotSignedByKolada() {
        assertThat(page("/nyckeltal/KF19"))
                .contains("Ovägt medelvärde av kommunerna, egen bearbetning")
                .contains("Egen bearbetning av data från Kolada (U01411)");
    }

    @Test
    @Proves("R139")
    void aValueTypedInSaysSoWithItsSourceAndWhoTypedItIn() {
        String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
        String told = "inmatat för hand av Lena Ledare " + today + ", källa: Uttag ur journalen; tabell 3";
        enter("U79133", "0020", 2024, "480.25", "Uttag ur journalen; tabell 3");
        try {
            assertThat(page("/nyckeltal/KF11"))
                    .contains("480,3", "<p class=\"small\">I" + told.substring(1) + "</p>")
                    .contains("Dalarna 2024: " + told)
                    .contains("Dalarna 2024: inmatat för hand.")
                    .contains("Märkta värden är inmatade för hand och kommer inte från Kolada");
            assertThat(page("/nyckeltal")).contains("480,3 (2024, inmatat för hand)");
            assertThat(page("/folja-upp")).contains("480,3", "2024, inmatat för hand");
            assertThat(text("/nyckeltal/KF11/diagram/trend.csv"))
                    .contains("2024;480,")
                    .contains("\"Dalarna: " + told + "\"")
                    .contains("inmatade för hand och kommer inte från Kolada");
        } finally {
            withdraw("U79133");
        }
        assertThat(page("/nyckeltal/KF11")).doesNotContain("inmatat för hand", "inmatade för hand");
    }

    @Test
    @Proves("R139")
    void aFigureWithoutKoladaIdSaysThatItsValuesAreTypedIn() {
        enter("KF03", "0020", 2025, "61", "Enkät i primärvården 2025");
        try {
            assertThat(page("/nyckeltal/KF03"))
                    .contains("Källa: inmatat för hand", "Enkät i primärvården 2025")
                    .doesNotContain("Inga siffror hämtade");
        } finally {
            withdraw("KF03");
        }
    }

    @Test
    void aHiddenValueIsNeitherMissingNorZero() {
        assertThat(text("/nyckeltal/KF19/diagram/trend.csv?omrade=2034"))
                .contains("2017;saknas;")
                .contains("2018;visas ej (sekretess);");
        assertThat(page("/nyckeltal/KF19")).contains("13 av 15 områden visas inte 2018, för att skydda enskilda.");
    }

    @Test
    void aHalfFilledYearIsNotComparedAndTheLatestFullOneIs() {
        assertThat(text("/nyckeltal/KF19/diagram/spridning.csv"))
                .startsWith("\uFEFFOmråde;Värde 2016;")
                .contains("Falun;19;");
        assertThat(page("/nyckeltal/KF19")).contains("15 av 15 har ett värde.");
    }

    @Test
    @Proves("R144")
    void aRetiredFigureLeadsToItsSuccessorAndIsNeverJoinedToIt() {
        assertThat(page("/nyckeltal/KF02"))
                .contains("Måttet är avslutat: inga värden efter 2024.", "href=\"/nyckeltal/N78114\"")
                .doesNotContain("0,81");
        assertThat(page("/nyckeltal/N78114")).contains("0,81", "inte ett av länets nyckeltal");
    }

    @Test
    @Proves("R140")
    void aFigureUnderDevelopmentSaysSo() {
        assertThat(page("/nyckeltal/KF03")).contains("under utveckling – inget värde");
        assertThat(page("/delmal/nara-for-mig")).contains("räknas inte som saknad rapportering");
    }

    @Test
    @Proves({"R141", "C1", "C2"})
    void aFigureWithADoubtfulIdShowsNoValues() {
        assertThat(page("/nyckeltal/KF08"))
                .contains("behöver verifieras", "Det tryckta Kolada-id U71456 hör till ett annat mått")
                .contains("Nettokostnad primärvård totalt")
                .doesNotContain("71,5");
    }

    @Test
    @Proves({"R145", "R146", "R138", "C10"})
    void theListSaysWhyTheseAndHowFarTheyReach() {
        assertThat(page("/nyckeltal"))
                .contains("Beslutade, inte exempel", "Utgår ifrån nationellt kvalitetssäkrade nyckeltal.")
                .contains("SKR:s infografik från 2021 med fyra tillägg")
                .contains("ofta gårdagens vård");
    }

    @Test
    @Proves("R146")
    void everyKeyFigureSaysHowFarItReaches() {
        for (int number = 1; number <= 20; number++) {
            String code = "KF%02d".formatted(number);
            assertThat(page("/nyckeltal/" + code)).as(code).contains("Så långt räcker siffran");
        }
        assertThat(page("/nyckeltal/KF11")).contains("Måtten är gjorda för gårdagens vård.");
    }

    @Proves({"C3", "C4", "C5", "C6", "C7", "C8", "C9"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KF10 | läkare vid behov, andel (%)
            KF09 | Enkätfråga
            KF04 | Måttet är index men definitionen säger andel
            KF15 | Personer 75+ år med hemtjänst
            KF14 | Patienter med oplanerad återinskrivning
            KF19 | Måttet visar bara fetma
            KF12 | 65 år och äldre
            KF16 | 80 år och äldre
            """)
    void theMeasureStandsBesideTheNameAndWhatDoesNotAgreeIsTold(String code, String told) {
        assertThat(page("/nyckeltal/" + code)).contains(told);
    }

    @Test
    @Proves("C12")
    void subGoalsStandInTheirNumberedOrder() {
        String list = page("/nyckeltal");
        assertThat(Stream.of(
                                "Nära för mig",
                                "Nära för alla",
                                "Nära i hela Dalarna",
                                "Nära mellan oss",
                                "Nära till hälsa")
                        .map(list::indexOf))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void aSubGoalWithoutValuesSaysWhatIsMeasuredAndWhatComes() {
        assertThat(page("/delmal/nara-i-hela-dalarna")).contains("Förbättras", "Kan inte avgöras");
        assertThat(page("/delmal/nara-for-mig")).contains("Definition i strategin", "Vem mäter och hur ofta");
    }

    @Test
    void everyFileOpensAndAnUnknownOneIsNotFound() {
        for (String ending : List.of("svg", "csv", "xlsx")) {
            assertThat(pages.get().uri("/nyckeltal/KF11/diagram/trend." + ending))
                    .hasStatusOk();
        }
        assertThat(pages.get().uri("/nyckeltal/KF11/diagram/tarta.csv")).hasStatus(404);
        assertThat(pages.get().uri("/nyckeltal/KF77")).hasStatus(404);
        assertThat(pages.get().uri("/delmal/nara-for-dig")).hasStatus(404);
    }

    @Test
    void theListIsTakenAwayWithTheFilterAndTheSourceOfEachRow() throws IOException {
        assertThat(page("/nyckeltal?visa=med-varden"))
                .contains("href=\"/nyckeltal.xlsx?ordna=delmal&amp;delmal=&amp;visa=med-varden\"");
        assertThat(text("/nyckeltal.csv?visa=med-varden"))
                .startsWith(
                        "\uFEFFKod;Nyckeltal;Mått;Delmål;Senaste värde;Enhet;År;Läge mot riket;Riktning;Anmärkning;Källa")
                .contains(";502,6;;2023;Lägre än riket;Förbättras;;Källa: Kolada (U79133), hämtad 2026-08-01")
                .contains("Egen bearbetning av data från Kolada (U01411)")
                .doesNotContain("Inga värden hämtade");
        assertThat(text("/nyckeltal.csv?visa=utan-varden"))
                .contains("Behöver verifieras;")
                .doesNotContain("502,6");
        assertThat(page("/folja-upp")).contains("href=\"/folja-upp.csv\"");
        byte[] file =
                pages.get().uri("/folja-upp.xlsx").exchange().getResponse().getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(21);
            Row row = rows.stream()
                    .filter(one -> one.getCellText(0).equals("KF11"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCell(4).asNumber()).isEqualByComparingTo("502.6");
            assertThat(row.getCell(6).asNumber()).isEqualByComparingTo("2023");
        }
    }

    @Test
    void anUnknownAreaShowsTheCounty() {
        assertThat(page("/nyckeltal/KF11?omrade=zzzz")).contains("Dalarna 2023");
    }

    private void enter(String indicator, String area, int year, String value, String source) {
        hand.enter(LEAD, new HandValue.Entry(indicator, area, year, Sex.T, new BigDecimal(value), source));
    }

    private void withdraw(String indicator) {
        hand.list(indicator).stream()
                .filter(value -> value.withdrawnAt() == null)
                .forEach(value -> hand.withdraw(LEAD, value.id()));
    }

    private String page(String address) {
        return text(address);
    }

    private String text(String address) {
        var answer = pages.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void years(List<String> rows, String kpi, String area, int from, double... values) {
        for (int i = 0; i < values.length; i++) {
            rows.add(row(kpi, area, from + i, Double.toString(values[i]), ""));
        }
    }

    private static String row(String kpi, String area, int year, String value, String status) {
        return """
                {"kpi":"%s","municipality":"%s","period":%d,"values":[{"gender":"T","count":1,"status":"%s","value":%s,"isdeleted":false}]}
                """.formatted(kpi, area, year, status, value);
    }
}
