package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.TestDatabase;

/** Packages go into a real database: whole, once, and again when their files have changed. */
class CountyLoaderStoreTests {

    private static final Path REAL =
            Path.of(System.getProperty("fardplan.home")).resolve("counties");

    @TempDir
    private Path counties;

    private final List<Object> events = new ArrayList<>();
    private CountyLoader loader;
    private Organisation organisation;
    private CountySign sign;

    @BeforeEach
    void open() throws IOException {
        copy("dalarna");
        copy("sodra-lappland");
        JdbcClient jdbc = TestDatabase.jdbc();
        CountyStore store = new CountyStore(jdbc);
        PrincipalStore principals = new PrincipalStore(jdbc);
        DocumentStore documents = new DocumentStore(jdbc);
        organisation = new Organisation(store, principals, documents);
        sign = new CountySign(organisation);
        loader = new CountyLoader(
                List.of(new OrganisationPart(store, principals, documents)), store, events::add, counties.toString());
    }

    @Test
    @Proves({"R1", "R4", "R9", "C63"})
    void loadsDalarnaIntoAnEmptyDatabase() {
        assertThat(sign.countyName()).isEmpty();

        assertThat(loader.ensureLoaded(null, false)).isTrue();

        assertThat(organisation.county()).isEqualTo(new County("dalarna", "Dalarna", "0020", "G33627", false));
        assertThat(organisation.listPrincipals(LocalDate.of(2026, 11, 22))).hasSize(16);
        assertThat(organisation.findPrincipal("0020"))
                .hasValueSatisfying(region -> assertThat(region.name()).isEqualTo("Region Dalarna"));
        assertThat(organisation.findPrincipal("2080"))
                .hasValueSatisfying(falun -> assertThat(falun.tile()).isEqualTo(new Principal.Tile(3, 2)));
        assertThat(organisation.listPrincipalSources("2085")).hasSize(2);
        assertThat(organisation.listAbbreviations())
                .extracting(Abbreviation::shortForm)
                .containsExactlyInAnyOrder(
                        "R HPL", "LCHNV", "VFR", "LGRS", "BDU", "RSS", "GNV", "HSN", "KSO", "LPO", "SPAK", "SKR", "SIP",
                        "HLT", "CFS", "LSS", "IFO", "HSV", "HSL", "MAS", "MLA", "PV", "VC", "Säbo");
        assertThat(organisation.listDocuments())
                .extracting(Document::kind)
                .contains(
                        Document.Kind.INTERIM_REPORT,
                        Document.Kind.FINAL_REPORT,
                        Document.Kind.STRATEGY,
                        Document.Kind.RECOMMENDATION,
                        Document.Kind.LOCAL_PLAN,
                        Document.Kind.REGIONAL_PLAN,
                        Document.Kind.ANNUAL_REPORT,
                        Document.Kind.ASSIGNMENT,
                        Document.Kind.PRE_STUDY,
                        Document.Kind.PILOT_REPORT);
        assertThat(sign.countyName()).isEqualTo("Dalarna");
        assertThat(sign.demo()).isFalse();
    }

    @Test
    @Proves("R3")
    void findsABodyOrAPrincipalByAnySpelling() {
        loader.ensureLoaded("dalarna", false);

        assertThat(Stream.of("lchnyv", "Länschefs nätverket", "LCHNV", "Länschefsnätverket")
                        .map(name -> organisation.search(name).getFirst().officialName()))
                .containsOnly("Länschefsnätverket");
        assertThat(organisation.search(" Valfardsradet ").getFirst().officialName())
                .isEqualTo("Välfärdsrådet");
        assertThat(organisation.search("Kommundirektörsnätverket").getFirst().officialName())
                .isEqualTo("Ledningsgruppen för regional samverkan");
        assertThat(organisation.search("Falu kommun").getFirst().code()).isEqualTo("2080");
        assertThat(organisation.search("Landstinget Dalarna").getFirst().validTo())
                .isEqualTo("2018-12-31");
    }

    @Test
    void loadsNothingAgainUntilAFileChanges() throws IOException {
        loader.ensureLoaded("dalarna", true);

        assertThat(loader.ensureLoaded(null, true)).isFalse();
        assertThat(events).hasSize(1);

        replace("county.yaml", "name: \"Dalarna\"", "name: \"Dalarnas län\"");
        assertThat(loader.ensureLoaded(null, false)).isTrue();

        assertThat(organisation.county().name()).isEqualTo("Dalarnas län");
        assertThat(organisation.county().demo()).isTrue();
        assertThat(events).hasSize(2);
        assertThat(((CountyLoaded) events.getLast()).previousHash()).isNotEmpty();
    }

    @Test
    void refusesAPackageWithErrorsAndLoadsNothingOfIt() throws IOException {
        replace("organisations.yaml", "code: \"2023\"", "code: \"2021\"");

        assertThatThrownBy(() -> loader.ensureLoaded("dalarna", false))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("ORG-004");
                    assertThat(refusal.arguments().getLast().toString())
                            .startsWith("organisations.yaml, rad ")
                            .contains("koden ”2021” står två gånger");
                });
        assertThat(organisation.findCounty()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void keepsTheCountyThatTheDatabaseWasMadeWith() {
        loader.ensureLoaded("sodra-lappland", false);

        assertThat(organisation.listPrincipals(LocalDate.of(2026, 1, 1)))
                .extracting(Principal::code)
                .containsExactly("2425", "0024");
        assertRefused("ORG-002", () -> loader.ensureLoaded("dalarna", false));
        assertRefused("ORG-003", () -> loader.ensureLoaded(null, true));
    }

    @Test
    void namesThePackagesThereAre() {
        assertThatThrownBy(() -> loader.ensureLoaded("norrby", false))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("ORG-001");
                    assertThat(refusal.arguments()).contains("norrby", "dalarna, sodra-lappland");
                });
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = counties.resolve("dalarna").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void copy(String county) throws IOException {
        Files.createDirectory(counties.resolve(county));
        try (Stream<Path> files = Files.list(REAL.resolve(county))) {
            for (Path file : files.toList()) {
                Files.copy(file, counties.resolve(county).resolve(file.getFileName()));
            }
        }
    }
}
