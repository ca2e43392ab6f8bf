package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.TestDatabase;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;

/** The open API, and values typed in, over the whole application. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=observations")
class ObservationsPagesTests {

    private static final String ADDRESS = "/api/v1/indicators/U77001/observations";
    private static final CurrentUser LEAD = new CurrentUser(
            new java.util.UUID(1, 1), "Lena Ledare", "", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));

    @TempDir
    Path folder;

    @Autowired
    MockMvcTester pages;

    @Autowired
    KoladaImport kolada;

    @Autowired
    HandValues hand;

    @Autowired
    Indicators indicators;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDatabase database;

    @BeforeEach
    void importAFewRows() {
        Path data = KoladaFixture.values(
                folder.resolve("data.json"),
                "U77001 0000 2023 T 12.50",
                "U77001 0000 2024 T 1000000000000.00000000001",
                "U77001 0020 2024 T - Privacy",
                "U77001 0020 2023 K - Missing");
        kolada.run(
                CurrentUser.console(), new ImportRequest.Files(List.of(data), List.of(), List.of(), null), note -> {});
    }

    @Test
    void givesEveryValueToItsLastDecimal() {
        assertThat(body(ADDRESS))
                .startsWith(
                        "{\"values\":[{\"indicator\":\"U77001\",\"area\":\"0000\",\"year\":2023,\"sex\":\"T\",\"value\":12.50,\"state\":\"published\",\"preliminary\":false,\"source\":\"kolada\"}")
                .contains("\"value\":1000000000000.00000000001,")
                .contains("\"area\":\"0020\",\"year\":2024,\"sex\":\"T\",\"value\":null,\"state\":\"suppressed\"")
                .endsWith("\"next\":null}");
        assertThat(body(ADDRESS + "?area=0020,9999&from=2024&to=2025&sex=T"))
                .contains("suppressed")
                .doesNotContain("missing", "published");
    }

    @Test
    void givesThePagesOfOneVintageOneByOne() {
        String first = body(ADDRESS + "?per_page=3");
        String next = first.substring(first.indexOf("\"next\":\"") + 8, first.length() - 2);
        assertThat(next).startsWith("/api/v1/indicators/U77001/observations?").contains("vintage=", "page=2");
        assertThat(body(next)).contains("suppressed").endsWith("\"next\":null}");
    }

    @Test
    void answersAnUnknownIdAndABadQuestionInSwedish() {
        assertThat(pages.get().uri("/api/v1/indicators/X00000/observations"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("Nyckeltalet finns inte", "X00000");
        for (String question : List.of("from=igår", "to=3000", "sex=F", "area=Falun", "page=0", "vintage=999999")) {
            assertThat(pages.get().uri(ADDRESS + "?" + question))
                    .as(question)
                    .hasStatus(400)
                    .bodyText()
                    .contains("Frågan går inte att besvara");
        }
    }

    @Test
    void answersTheSameQuestionByItsTag() {
        String tag = pages.get().uri(ADDRESS).exchange().getResponse().getHeader("ETag");
        assertThat(pages.get().uri(ADDRESS).header("If-None-Match", tag)).hasStatus(304);
    }

    @Test
    void tellsASecondImportToWait() {
        TransactionTemplate other = new TransactionTemplate(
                new org.springframework.jdbc.datasource.DataSourceTransactionManager(database.dataSource()));
        other.executeWithoutResult(status -> {
            var connections = ((org.springframework.jdbc.datasource.DataSourceTransactionManager)
                            other.getTransactionManager())
                    .getDataSource();
            assertThat(new VintageStore(JdbcClient.create(connections)).tryLock())
                    .isTrue();
            assertThatThrownBy(this::importAFewRows)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("KOL-010"));
        });
    }

    @Test
    @Proves("R139")
    void keepsAValueTypedInApartFromKoladas() {
        hand.enter(LEAD, entry(2025, Sex.T, "7.50", "Eget uttag 2026-02-01"));
        assertThat(body(ADDRESS + "?area=0000&from=2025"))
                .contains("\"value\":7.50,\"state\":\"published\",\"preliminary\":false,\"source\":\"hand\"");
        HandValue first = hand.list("U77001").getFirst();
        assertThat(first.enteredBy()).isEqualTo("Lena Ledare");
        assertThat(first.source()).isEqualTo("Eget uttag 2026-02-01");
        Vintage before = indicators.findLatestVintage().orElseThrow();
        hand.enter(LEAD, entry(2025, Sex.T, "8", "Rättat uttag"));
        Vintage after = indicators.findLatestVintage().orElseThrow();
        assertThat(indicators.listChanges("U77001", before, after))
                .singleElement()
                .satisfies(change -> assertThat(change.before().value()).isEqualByComparingTo("7.5"));
        HandValue standing = hand.list("U77001").stream()
                .filter(value -> value.withdrawnAt() == null && value.year() == 2025)
                .findFirst()
                .orElseThrow();
        hand.withdraw(LEAD, standing.id());
        assertThat(body(ADDRESS + "?area=0000&from=2025")).contains("\"values\":[]");
        assertThat(hand.list("U77001"))
                .filteredOn(value -> value.year() == 2025)
                .hasSize(2);
    }

    @Test
    @Proves("R139")
    void refusesAValueWithoutSourceAndOneThatKoladaHasOrHides() {
        refused(entry(2025, Sex.M, "7", " "), "HND-001");
        refused(entry(2100, Sex.M, "7", "Källa"), "HND-002");
        refused(new HandValue.Entry("U77001", "1480", 2025, Sex.T, java.math.BigDecimal.ONE, "Källa"), "HND-003");
        refused(new HandValue.Entry("X1", "0000", 2025, Sex.T, java.math.BigDecimal.ONE, "Källa"), "HND-004");
        refused(entry(2023, Sex.T, "7", "Källa"), "HND-006");
        CurrentUser politician = new CurrentUser(
                new java.util.UUID(1, 2), "P", "", List.of(new CurrentUser.Grant(Role.POLITICIAN, null)));
        assertThatThrownBy(() -> hand.enter(politician, entry(2025, Sex.K, "7", "Källa")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ACC-001"));
    }

    private void refused(HandValue.Entry entry, String code) {
        assertThatThrownBy(() -> hand.enter(LEAD, entry))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code.toUpperCase(Locale.ROOT)));
    }

    private static HandValue.Entry entry(int year, Sex sex, String value, String source) {
        return new HandValue.Entry("U77001", "0000", year, sex, new java.math.BigDecimal(value), source);
    }

    private String body(String address) {
        var answer = pages.get().uri(address).exchange();
        assertThat(answer).hasStatus(200);
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
