package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;
import se.fardplan.organisation.Units;

/**
 * What a role held for one organisation meets at that organisation's things and at another's (egna och andras): the access
 * matrix' other half, in {@code access-own-other.csv}. Every endpoint stands there, or in {@code access-alike.properties}
 * with the reason why it is the same for all.
 *
 * <p>Cells: {@code shown} a page or a file; {@code done} it is changed; {@code refused} a sentence and no change;
 * {@code deny} 403; {@code none} there is no such page; {@code login}. To write it anew: {@code -Dfardplan.write=true}.
 */
@PagesTest
@TestPropertySource(properties = "fardplan.test=own-and-other")
class OwnAndOtherPagesTests {

    private static final Path RESOURCES = Path.of(System.getProperty("fardplan.home"), "app/src/test/resources");
    private static final Path FILE = RESOURCES.resolve("access-own-other.csv");
    private static final String OWN = "2080";
    private static final String OTHER = "2034";
    private static final CurrentUser CONSOLE = CurrentUser.console();
    private static final String SECRET = "Sekretess Grannsson";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PersonDirectory people;

    @Autowired
    Persons persons;

    @Autowired
    UnitDirectory units;

    @Autowired
    Units register;

    @Autowired
    JdbcClient rows;

    private final Map<String, Function<String, AbstractMockHttpServletRequestBuilder<?>>> doors = new TreeMap<>();
    private int made;

    @BeforeEach
    void listDoors() {
        counties.ensureLoaded("dalarna", true);
        String person = "/personer/{id:[0-9a-f-]{36}}";
        doors.put("GET " + person, place -> get("/personer/" + person(place).id()));
        doors.put(
                "POST " + person,
                place -> post("/personer/" + person(place).id())
                        .param("namn", "Rättat Namn")
                        .param("huvudman", place)
                        .param("version", "0"));
        doors.put(
                "POST " + person + "/inbjudan",
                place -> post("/personer/" + person(place).id() + "/inbjudan"));
        doors.put(
                "POST " + person + "/roller",
                place -> post("/personer/" + person(place).id() + "/roller")
                        .param("roll", "POLITICIAN")
                        .param("galler", place));
        doors.put("POST " + person + "/roller/{held:[0-9a-f-]{36}}/sista-dag", place -> {
            Person holder = person(place);
            return post("/personer/" + holder.id() + "/roller/"
                            + holder.roles().getFirst().id() + "/sista-dag")
                    .param("till", Principals.today().toString());
        });
        doors.put(
                "POST " + person + "/avslut",
                place -> post("/personer/" + person(place).id() + "/avslut"));
        doors.put("POST " + person + "/oppning", place -> {
            UUID id = person(place).id();
            people.apply(CONSOLE, new PersonChange.Close(id));
            return post("/personer/" + id + "/oppning");
        });
        doors.put(
                "POST /personer",
                place -> post("/personer")
                        .param("epost", address())
                        .param("namn", "Ny Person")
                        .param("huvudman", place));
        doors.put(
                "POST /personer/inlasning",
                place -> file(
                        "/personer/inlasning",
                        "E-postadress;Namn;Arbetar hos\n%s;Ny Person;%s\n".formatted(address(), name(place))));
        doors.put("POST /behorigheter", place -> {
            Person holder = person(place);
            return post("/behorigheter")
                    .param(
                            "svar-" + holder.id() + "_"
                                    + holder.roles().getFirst().id(),
                            "ja");
        });
        doors.put("GET /enheter/{code}", place -> get("/enheter/" + unit(place)));
        doors.put("GET /enheter/{code}/andring", place -> get("/enheter/" + unit(place) + "/andring"));
        doors.put("POST /enheter/{code}/andring", place -> changed(place, "/andring"));
        doors.put(
                "POST /enheter/{code}/andra-namn",
                place -> changed(place, "/andra-namn").param("andraNamn", "Ett annat namn"));
        doors.put(
                "POST /enheter/{code}/avslut",
                place -> changed(place, "/avslut")
                        .param("till", Principals.today().plusDays(9).toString()));
        doors.put(
                "POST /enheter/{code}/sammanslagning",
                place -> changed(place, "/sammanslagning").param("med", unit(place)));
        doors.put("POST /enheter", place -> unitForm("/enheter", place).param("kod", "prov-" + ++made));
        doors.put(
                "POST /enheter/inlasning",
                place -> file(
                        "/enheter/inlasning",
                        "Kod;Namn;Typ;Huvudman\nfil-%d;Enhet ur fil;Hemtjänst;%s\n".formatted(++made, name(place))));
        doors.put("POST /nyckeltal/{code:[A-Z]{2}[0-9]{2}}/varde", place -> value(place, 2000 + ++made % 20, "T"));
        doors.put(
                "POST /nyckeltal/{code:[A-Z]{2}[0-9]{2}}/varde/{id}/aterkallelse",
                place -> {
                    String written = typedIn(place);
                    return post("/nyckeltal/KF03/varde/" + written + "/aterkallelse")
                            .param("skal", "Fel källa");
                });
        String plan = "/planera/planer/{id}";
        doors.put("GET /planera/planer/ny", place -> get("/planera/planer/ny"));
        doors.put("POST /planera/planer", place -> planForm("/planera/planer", place));
        doors.put("GET " + plan, place -> get(plan(place)));
        doors.put("GET " + plan + "/andring", place -> get(plan(place) + "/andring"));
        doors.put("POST " + plan + "/andring", place -> planForm(plan(place) + "/andring", place));
        doors.put("GET " + plan + "/aktiviteter/ny", place -> get(plan(place) + "/aktiviteter/ny"));
        doors.put("POST " + plan + "/aktiviteter", place -> activityForm(plan(place) + "/aktiviteter", place));
        doors.put(
                "POST " + plan + "/steg",
                place -> post(plan(place) + "/steg")
                        .param("steg", "AGREE")
                        .param("part", place)
                        .param("version", "1"));
        String section = "/avsnitt/{section:[a-z0-9-]+}";
        doors.put("GET " + plan + "/text", place -> get(plan(place) + "/text"));
        doors.put("GET " + plan + "/dokument.{format:html|pdf|docx}", place -> get(plan(place) + "/dokument.html"));
        doors.put("GET " + plan + section, place -> get(plan(place) + "/avsnitt/syfte"));
        doors.put("POST " + plan + section, place -> sectionForm(plan(place) + "/avsnitt/syfte"));
        doors.put("POST " + plan + section + "/sidor", place -> sectionForm(plan(place) + "/avsnitt/syfte/sidor"));
        doors.put("GET " + plan + "/versioner", place -> get(plan(place) + "/versioner"));
        doors.put("GET " + plan + "/versioner/{number:[0-9]{1,6}}", place -> get(written(place) + "/versioner/1"));
        doors.put("GET " + plan + "/underlag", place -> get(plan(place) + "/underlag"));
        doors.put(
                "POST " + plan + "/underlag",
                place -> post(plan(place) + "/underlag").param("version", "0"));
        doors.put(
                "POST " + plan + "/underlag/beslut",
                place -> post(plan(place) + "/underlag/beslut").param("version", "0"));
        doors.put("POST " + plan + "/underlag/placering", place -> {
            String activity = activity(place);
            return post(planOf(activity) + "/underlag/placering")
                    .param("aktivitet", activity.substring(activity.lastIndexOf('/') + 1));
        });
        doors.put(
                "POST " + plan + "/underlag/oversyn",
                place -> post(plan(place) + "/underlag/oversyn").param("ar", "2026"));
        doors.put("POST /planera/aktiviteter/{id}/flytt", place -> {
            String to = plan(place);
            return post(activity(place) + "/flytt")
                    .param("plan", to.substring(to.lastIndexOf('/') + 1))
                    .param("version", "1");
        });
        doors.put("GET " + plan + "/inlasning", place -> get(plan(place) + "/inlasning"));
        doors.put(
                "GET " + plan + "/inlasning/aktiviteter.{ending:csv|xlsx}",
                place -> get(plan(place) + "/inlasning/aktiviteter.csv"));
        doors.put(
                "POST " + plan + "/inlasning",
                place -> multipart(plan(place) + "/inlasning").file("fil", "x".getBytes(StandardCharsets.UTF_8)));
        doors.put("GET " + plan + "/datum.ics", place -> get(plan(place) + "/datum.ics"));
        doors.put("GET /planera/aktiviteter/{id}", place -> get(activity(place)));
        doors.put("GET /planera/aktiviteter/{id}/andring", place -> get(activity(place) + "/andring"));
        doors.put(
                "POST /planera/aktiviteter/{id}/kommentarer",
                place -> post(activity(place) + "/kommentarer").param("kommentar", "Bra"));
        doors.put(
                "POST /planera/aktiviteter/{id}/kommentarer/lasta",
                place -> post(activity(place) + "/kommentarer/lasta"));
        doors.put(
                "POST /planera/aktiviteter/{id}/forklaring",
                place -> post(activity(place) + "/forklaring").param("varfor", "Löper ut"));
        doors.put("POST /planera/aktiviteter/{id}/andring", place -> activityForm(activity(place) + "/andring", place));
    }

    private Person person(String organisation) {
        UUID id = UUID.randomUUID();
        CurrentUser.Grant grant = new CurrentUser.Grant(Role.HEAD, organisation);
        people.apply(
                CONSOLE,
                List.of(
                        new PersonChange.Invite(id, address(), SECRET, organisation),
                        new PersonChange.Give(id, grant, Principals.today().minusDays(400), null)));
        return persons.find(CONSOLE, id).orElseThrow();
    }

    private String address() {
        return "person-" + ++made + "@granne.example";
    }

    private String unit(String organisation) {
        String code = "enhet-" + ++made;
        UnitDetails details = new UnitDetails("Hemtjänst " + made, UnitKind.HOME_CARE, organisation, null, "");
        units.apply(
                CONSOLE, new UnitChange.Add(code, details, Principals.today().minusDays(9), null));
        return code;
    }

    private AbstractMockHttpServletRequestBuilder<?> changed(String organisation, String act) {
        String code = unit(organisation);
        long version = register.find(code).orElseThrow().version();
        return unitForm("/enheter/" + code + act, organisation).param("version", Long.toString(version));
    }

    private static AbstractMockHttpServletRequestBuilder<?> unitForm(String address, String organisation) {
        return post(address)
                .param("namn", "Nytt namn")
                .param("typ", UnitKind.HOME_CARE.name())
                .param("huvudman", organisation)
                .param("fran", Principals.today().toString());
    }

    private static AbstractMockHttpServletRequestBuilder<?> value(String organisation, int year, String sex) {
        return post("/nyckeltal/KF03/varde")
                .param("omrade", organisation)
                .param("ar", Integer.toString(year))
                .param("kon", sex)
                .param("varde", "61,5")
                .param("kalla", "Enkät, tabell 3");
    }

    /** A value that the county's process leader has typed in, by its id. */
    private String typedIn(String organisation) {
        int year = 2000 + ++made % 24;
        assertThat(pages.perform(value(organisation, year, "M")
                        .with(Someone.as(Role.REGIONAL_LEAD))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())))
                .hasStatus(302);
        return rows.sql("select cast(id as text) from indicators.hand_value order by entered_at desc limit 1")
                .query(String.class)
                .single();
    }

    /** The address of a new draft, laid up by its own process leader. */
    private String plan(String organisation) {
        return madeBy(organisation, planForm("/planera/planer", organisation));
    }

    /** A draft with one section written. */
    private String written(String organisation) {
        String plan = plan(organisation);
        madeBy(organisation, sectionForm(plan + "/avsnitt/syfte"));
        return plan;
    }

    private static AbstractMockHttpServletRequestBuilder<?> sectionForm(String address) {
        return post(address).param("grund", "0").param("text", "Vi gör det tillsammans.");
    }

    /** The address of the plan that the activity stands in. */
    private String planOf(String activity) {
        return "/planera/planer/"
                + rows.sql("select cast(plan as text) from plans.activity where id = cast(:id as uuid)")
                        .param("id", activity.substring(activity.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single();
    }

    private String activity(String organisation) {
        return madeBy(organisation, activityForm(plan(organisation) + "/aktiviteter", organisation));
    }

    private String madeBy(String organisation, AbstractMockHttpServletRequestBuilder<?> form) {
        MvcTestResult made = pages.perform(
                form.with(Someone.as(Role.LOCAL_LEAD, organisation)).with(SecurityMockMvcRequestPostProcessors.csrf()));
        return Objects.requireNonNull(made.getResponse().getRedirectedUrl());
    }

    private static AbstractMockHttpServletRequestBuilder<?> planForm(String address, String organisation) {
        return post(address)
                .param("namn", "Lokal plan")
                .param("kommuner", organisation)
                .param("fran", "2026-01-01")
                .param("till", "2027-12-31")
                .param("version", "1");
    }

    private static AbstractMockHttpServletRequestBuilder<?> activityForm(String address, String organisation) {
        return post(address)
                .param("namn", "Fallförebyggande hembesök")
                .param("huvudman", organisation)
                .param("version", "1");
    }

    private static AbstractMockHttpServletRequestBuilder<?> file(String address, String csv) {
        return multipart(address)
                .file(new MockMultipartFile("fil", "rader.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(String organisation) {
        return organisation.equals(OWN) ? "Falun" : "Orsa";
    }

    private record Column(String name, RequestPostProcessor who) {

        static List<Column> all() {
            return Stream.concat(
                            Stream.of(new Column("PUBLIC", same -> same), new Column("NO_ROLE", Someone.as())),
                            Arrays.stream(Role.values()).map(role -> new Column(role.name(), Someone.as(role, OWN))))
                    .toList();
        }
    }

    @Test
    void opensToEachRoleWhatIsItsOwnOrganisations() throws IOException {
        List<String> actual = new ArrayList<>();
        actual.add("endpoint;whose;" + Column.all().stream().map(Column::name).collect(Collectors.joining(";")));
        doors.forEach((endpoint, door) -> {
            for (String place : List.of(OWN, OTHER)) {
                actual.add(endpoint + ";" + (place.equals(OWN) ? "own" : "other") + ";"
                        + Column.all().stream()
                                .map(column -> cell(door.apply(place), column.who()))
                                .collect(Collectors.joining(";")));
            }
        });
        if (Boolean.getBoolean("fardplan.write")) {
            Files.write(FILE, actual);
        }
        assertThat(actual).containsExactlyElementsOf(Files.readAllLines(FILE));
    }

    private String cell(AbstractMockHttpServletRequestBuilder<?> request, RequestPostProcessor who) {
        MvcTestResult answer = pages.perform(request.with(who).with(SecurityMockMvcRequestPostProcessors.csrf()));
        int status = answer.getResponse().getStatus();
        String body = body(answer);
        String cell = switch (status) {
            case 200 -> isRefused(body) ? "refused" : "shown";
            case 422 -> "refused";
            case 302 ->
                Objects.requireNonNullElse(answer.getResponse().getRedirectedUrl(), "")
                                .startsWith("/logga-in")
                        ? "login"
                        : "done";
            case 401 -> "login";
            case 403 -> "deny";
            case 404 -> "none";
            default -> Integer.toString(status);
        };
        if (!cell.equals("shown")) {
            assertThat(body).as("what is said with " + cell).doesNotContain(SECRET);
        }
        return cell;
    }

    private static boolean isRefused(String body) {
        boolean upload = body.contains("/inlasning\" enctype");
        return body.contains("role=\"alert\"") || upload && !body.contains("name=\"sett\"");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void leavesNoEndpointOut() throws IOException {
        Properties alike = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("access-alike.properties"))) {
            alike.load(reader);
        }
        List<String> closed = Files.readAllLines(RESOURCES.resolve("access-matrix.csv")).stream()
                .skip(1)
                .map(line -> line.split(";"))
                // What anyone may open is nobody's own.
                .filter(cells -> !cells[1].equals("allow"))
                .map(cells -> cells[0])
                .toList();
        assertThat(closed)
                .allMatch(endpoint -> doors.containsKey(endpoint)
                        || alike.stringPropertyNames().stream().anyMatch(pattern -> fits(pattern, endpoint)));
        assertThat(alike.stringPropertyNames())
                .as("patterns that fit no endpoint")
                .allMatch(pattern -> closed.stream().anyMatch(endpoint -> fits(pattern, endpoint)));
    }

    private static boolean fits(String pattern, String endpoint) {
        return endpoint.matches(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
