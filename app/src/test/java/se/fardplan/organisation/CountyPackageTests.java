package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;

/** A package says what is wrong with it by file and line, and both real packages have nothing wrong. */
class CountyPackageTests {

    private static final Path COUNTIES =
            Path.of(System.getProperty("fardplan.home")).resolve("counties");

    @TempDir
    private Path folder;

    @Test
    @Proves({"R4", "R9", "C63"})
    void readsDalarna() {
        OrganisationContent dalarna = read(COUNTIES.resolve("dalarna"));

        assertThat(dalarna.county().name()).isEqualTo("Dalarna");
        assertThat(dalarna.county().groupCode()).isEqualTo("G33627");
        assertThat(dalarna.principals())
                .hasSize(16)
                .allSatisfy(principal -> assertThat(principal.sources()).isNotEmpty());
        assertThat(dalarna.principals().stream()
                        .map(listed -> listed.principal().kind()))
                .filteredOn(Principal.Kind.REGION::equals)
                .hasSize(1);
        assertThat(dalarna.principals().stream()
                        .map(listed -> listed.principal().tile())
                        .filter(tile -> tile != null))
                .hasSize(15)
                .doesNotHaveDuplicates();
        assertThat(dalarna.abbreviations()).hasSize(24);
    }

    @Test
    void readsSodraLappland() {
        OrganisationContent county = read(COUNTIES.resolve("sodra-lappland"));

        assertThat(county.county().regionCode()).isEqualTo("0024");
        assertThat(county.principals().stream().map(listed -> listed.principal().code()))
                .containsExactly("2425", "0024");
    }

    @Test
    @Proves({"R3"})
    void leadsEverySpellingToOneBody() {
        assertThat(read(COUNTIES.resolve("dalarna")).aliases())
                .filteredOn(alias -> List.of(
                                "LCHNYV", "Länschefs nätverket", "Länsnätverket för förvaltningschefer", "LCHNV")
                        .contains(alias.name()))
                .hasSize(4)
                .allSatisfy(alias -> assertThat(alias.officialName()).isEqualTo("Länschefsnätverket"));
    }

    @Test
    @Proves({"R2"})
    void showsASourceAsTitleAndPlace() {
        CountyPackage dalarna = new CountyPackage(COUNTIES.resolve("dalarna"));

        assertThat(dalarna.source("004_685a37436e6430b8.txt:99-101"))
                .isEqualTo(new Source(
                        "Länsgemensam strategi med målbild och färdplan för God och Nära vård i Dalarna 2022–2030"
                                + " (presentation)",
                        "rad 99–101"));
        assertThat(dalarna.source("okänd.txt:1")).isNull();
    }

    @Test
    @Proves({"C13"})
    void namesFileAndLineOfEveryError() throws IOException {
        write("county.yaml", "version: 2030-01-01\nname: Norrby\nregionCode: \"0099\"\ngroupCode: 33627\n");
        write("organisations.yaml", """
                principals:
                  - code: "2999"
                    name: Norrby
                    kind: MUNICIPALITY
                    sources: ["källa:1"]
                  - code: "2999"
                    name: Söderby
                    kind: KOMMUN
                    validFrom: 1 juli
                    sorces: ["källa:1"]
                """);
        write("documents.yaml", "documents:\n  - {key: a, file: källa, title: Källan, kind: OTHER, status: Inläst}\n");
        write("abbreviations.yaml", "abbreviations:\n  - short: VC\n    long:\n    sources: [\"okänd:1\"]\n");
        Problems problems = new Problems();

        OrganisationContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("county.yaml, rad 1: ")
                        .contains("ett datum kan inte vara versionsnummer"))
                .anySatisfy(line -> assertThat(line).startsWith("county.yaml, rad 3: regionen ”0099” finns inte"))
                .anySatisfy(line -> assertThat(line).startsWith("county.yaml, rad 4: ”33627” är ingen grupp"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("organisations.yaml, rad 6: koden ”2999” står två gånger"))
                .anySatisfy(line -> assertThat(line).startsWith("organisations.yaml, rad 8: ”KOMMUN” är okänt"))
                .anySatisfy(line -> assertThat(line).startsWith("organisations.yaml, rad 9: ”1 juli” är inget datum"))
                .anySatisfy(line -> assertThat(line).startsWith("organisations.yaml, rad 10: ”sorces” är okänt här"))
                .anySatisfy(line -> assertThat(line).startsWith("abbreviations.yaml, rad 3: ”long” saknas"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("abbreviations.yaml, rad 4: källan ”okänd:1” finns inte"));
    }

    @Test
    @Proves("R3")
    void letsANameLeadToOneBodyAlone() throws IOException {
        write("county.yaml", "version: \"1.0\"\nname: Norrby\n");
        write("organisations.yaml", """
                bodies:
                  - {code: NR, name: Norrby råd, sources: ["källa:1"]}
                  - code: NS
                    name: Norrby styrgrupp
                    sources: ["källa:1"]
                    aliases:
                      - name: norrby RÅD
                      - name: Styret
                      - name: Styret
                """);
        write("documents.yaml", "documents:\n  - {key: a, file: källa, title: Källan, kind: OTHER, status: Inläst}\n");
        write("abbreviations.yaml", "abbreviations: []\n");
        Problems problems = new Problems();

        OrganisationContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .contains(
                        "organisations.yaml, rad 7: namnet ”norrby RÅD” leder redan till ”NR”. Ett namn får leda till en"
                                + " grupp.",
                        "organisations.yaml, rad 9: namnet ”Styret” leder redan till ”NS”. Ett namn får leda till en"
                                + " grupp.");
    }

    @Test
    void saysWhereAFileIsNoYaml() throws IOException {
        write("documents.yaml", "documents:\n  - key: \"a\n");
        Problems problems = new Problems();

        new CountyPackage(folder).read("documents.yaml", problems, root -> root.entries("documents"));

        assertThat(problems.list()).singleElement().asString().startsWith("documents.yaml, rad ");
    }

    private static OrganisationContent read(Path county) {
        Problems problems = new Problems();
        OrganisationContent content = OrganisationContent.read(new CountyPackage(county), problems);
        assertThat(problems.list()).isEmpty();
        return content;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
