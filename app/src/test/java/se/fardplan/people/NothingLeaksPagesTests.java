package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.access.Someone;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;
import se.fardplan.desk.SearchText;
import se.fardplan.organisation.CountyLoader;

/**
 * What one may not see leaves no trace (läckage): every page, file and answer that a role held for one organisation can read
 * is the same, to the letter, before and after another organisation has got people, to-do lines and hidden texts.
 */
@PagesTest
@TestPropertySource(properties = "fardplan.test=leaks")
class NothingLeaksPagesTests {

    private static final String OWN = "2080";
    private static final String OTHER = "2034";
    private static final String SECRET = "hemligsson";
    private static final Path MATRIX =
            Path.of(System.getProperty("fardplan.home"), "app/src/test/resources/access-matrix.csv");

    /** What changes from one request to the next by itself. */
    /** Each request here comes in a session of its own, and one's own are listed. */
    private static final String SESSION =
            "(inloggningar/|\"ut-)[0-9a-f-]{36}|i (dag|går) kl\\. \\d\\d\\.\\d\\d|senast använd kl\\. \\d\\d\\.\\d\\d";

    private static final String PASSING = "(name=\"_csrf\" value=\"[^\"]*\")|(Ange referens \\w+)";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PersonDirectory people;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    private static List<String> readable() throws IOException {
        Stream<String> listed = Files.readAllLines(MATRIX).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .filter(endpoint -> endpoint.startsWith("GET /"))
                .map(endpoint -> endpoint.substring(4))
                .flatMap(NothingLeaksPagesTests::samples)
                // How many letters wait is told to those who look after the machine, and to whom they go to nobody.
                .filter(path -> !path.equals("/drift"))
                .filter(path -> !path.endsWith(".xlsx"));
        Stream<String> asked = Stream.of(
                "/sok?fraga=" + SECRET,
                "/sok?fraga=" + SECRET + "&slag=person",
                "/sok?fraga=hemligson",
                "/sok?fraga=Orsa",
                "/personer?sok=" + SECRET,
                "/personer?huvudman=" + OTHER,
                "/personer?roll=HEAD",
                "/personer?lage=INVITED",
                "/arsrapport/2025",
                "/enheter?sok=" + SECRET);
        return Stream.concat(listed, asked).distinct().toList();
    }

    /** Paths that a pattern fits, one for each ending that a file may have. */
    private static Stream<String> samples(String pattern) {
        String filled = pattern.replaceAll("\\{year:[^/]*?]\\{4}}", "2025")
                .replaceAll("\\{section:[^/}]*}", "framgang")
                .replaceAll("\\{anchor:[^/}]*}", "kf01")
                .replaceAll("\\{code:\\[a-z-]\\+}", "nara-for-mig")
                .replaceAll("\\{code:\\[0-9]\\{4}}", "2034")
                .replaceAll("\\{code:\\[A-ZÅÄÖ[^}]*}|(?<=/uppdrag/)\\{code}", "UPPDRAG-RHPL-2026")
                .replaceAll("\\{code:\\[a-z0-9-]\\+}", "socialstyrelsen")
                .replaceAll("\\{subject}", "00000000-0000-4000-8000-000000000001")
                .replaceAll(
                        "(?<=/piloter/)\\{id}|\\{(?:trial|note|agreement|activity)}",
                        "00000000-0000-4000-8000-000000000001")
                .replaceAll("\\{demand}", "AP1")
                .replaceAll("\\{delivery}", "L1")
                .replaceAll("\\{(?:upload|subject|paper):[^/]*?]\\{36}}", "00000000-0000-4000-8000-000000000001")
                .replaceAll("\\{number:[^/]*?]\\{[0-9,]+}}", "1")
                .replaceAll("\\{code:[^/]*?\\{5}}", "KF01")
                .replaceAll("\\{code:[^/]*?\\{2}}", "KF01")
                .replaceAll("\\{code}", "2034-001")
                .replaceAll("\\{form:[^/}]*}", "trend")
                .replaceAll("\\{token:[^/}]*}", "abc")
                .replaceAll("\\{id:\\[0-9a-f-]\\{36}}", "00000000-0000-4000-8000-000000000001")
                .replaceAll("\\{id}", "U20462");
        // What a calendar holds differs by its clock, as some of the endings below.
        if (filled.endsWith(".ics")) {
            return Stream.of();
        }
        int ending = filled.indexOf(".{");
        return ending < 0
                ? Stream.of(filled)
                : Stream.of(filled.substring(filled.indexOf(':', ending) + 1, filled.indexOf('}', ending))
                                .split("\\|"))
                        // What these hold differs by its clock.
                        .filter(one -> !List.of("docx", "pdf").contains(one))
                        .map(one -> filled.substring(0, ending + 1) + one);
    }

    private Map<String, String> seen(List<String> paths, RequestPostProcessor who) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String path : paths) {
            var answer = pages.perform(get(path).with(who)).getResponse();
            String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            seen.put(
                    path,
                    answer.getStatus() + " " + body.replaceAll(PASSING, "").replaceAll(SESSION, ""));
        }
        return seen;
    }

    @Test
    void showsNothingOfWhatAnotherOrganisationHas() throws IOException {
        counties.ensureLoaded("dalarna", true);
        List<String> paths = readable();
        Map<String, RequestPostProcessor> readers = new TreeMap<>();
        readers.put("PUBLIC", same -> same);
        readers.put("NO_ROLE", inASession(Someone.as()));
        for (Role role : Role.values()) {
            readers.put(role.name(), inASession(Someone.as(role, OWN)));
        }
        // The first reading leaves marks of its own, such as when one was here last.
        readers.values().forEach(reader -> seen(paths, reader));
        Map<String, Map<String, String>> before = new TreeMap<>();
        readers.forEach((role, reader) -> before.put(role, seen(paths, reader)));
        addWhatIsHidden();
        readers.forEach((role, reader) -> {
            Map<String, String> after = seen(paths, reader);
            paths.forEach(path -> assertThat(difference(before.get(role).get(path), after.get(path)))
                    .as(path + " as " + role)
                    .isEmpty());
        });
        assertThat(seen(List.of("/personer?sok=" + SECRET), Someone.as(Role.COUNTY_ADMIN))
                        .values())
                .as("what the county's administrator sees")
                .allMatch(page -> page.contains("Hanna Hemligsson"));
    }

    /** Pages are kept ready for those without a session alone. */
    private static RequestPostProcessor inASession(RequestPostProcessor someone) {
        return request -> {
            request.setRequestedSessionId("someone's");
            return someone.postProcessRequest(request);
        };
    }

    /** What stands around the first letter that is another; empty when none is. */
    private static String difference(String before, String after) {
        int first = Arrays.mismatch(before.toCharArray(), after.toCharArray());
        return first < 0
                ? ""
                : before.substring(Math.max(0, first - 80), Math.min(before.length(), first + 60)) + " ≠ "
                        + after.substring(first, Math.min(after.length(), first + 60));
    }

    private void addWhatIsHidden() {
        UUID person = UUID.randomUUID();
        people.apply(
                CurrentUser.console(),
                List.of(
                        new PersonChange.Invite(person, "hanna@hemligsson.example", "Hanna Hemligsson", OTHER),
                        new PersonChange.Give(
                                person,
                                new CurrentUser.Grant(Role.HEAD, OTHER),
                                Principals.today().minusDays(400),
                                null)));
        transaction.executeWithoutResult(status -> {
            Scope scope = Scope.role(Role.HEAD, OTHER, null);
            desk.put(new Line("leak", Line.Kind.TODO, "Hemligsson", "Hemligsson", "/om", null, scope));
            desk.put(new Line("leak-news", Line.Kind.NEWS, "Hemligsson", null, "/om", null, scope));
            desk.index(new SearchText("document", "/hemligsson", "Hemligsson i Orsa", "Hemligsson, Orsa", scope));
        });
    }
}
