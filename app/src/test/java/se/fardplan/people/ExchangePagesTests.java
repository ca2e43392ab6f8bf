package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.Units;

/** Units and people as files through the pages: looked at, saved all or nothing, and the same when read again. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=exchange")
class ExchangePagesTests {

    private static final RequestPostProcessor COUNTY = Someone.as(Role.COUNTY_ADMIN);
    private static final CurrentUser ADMIN = new CurrentUser(
            new UUID(5, 7),
            "Carin Land",
            "carin@dalarna.example",
            List.of(new CurrentUser.Grant(Role.COUNTY_ADMIN, null)));
    private static final Pattern FORM =
            Pattern.compile("(?s)action=\"(/\\w+/inlasning/[0-9a-f-]{36})\".*?name=\"sett\" value=\"(\\w+)\"");
    private static final String UNITS = "Kod;Namn;Typ;Huvudman;Överordnad enhet;Ansvarig roll\r\n";
    private static final String PEOPLE = "E-postadress;Namn;Arbetar hos;Roll;Rollen gäller;Enhet\r\n";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    Units units;

    @Autowired
    Persons persons;

    @Autowired
    PersonDirectory people;

    @Autowired
    UnitDirectory directory;

    private final String some = UUID.randomUUID().toString().substring(0, 8);

    /** A preview, with the way to save it; empty where there is none. */
    private record Shown(String text, String address, String seen) {}

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    private Shown send(String register, RequestPostProcessor who, String name, byte[] content) {
        return shown(pages.post()
                .uri("/" + register + "/inlasning")
                .multipart()
                .file(new MockMultipartFile("fil", name, "application/octet-stream", content))
                .with(who)
                .with(csrf())
                .exchange()
                .getResponse()
                .getContentAsByteArray());
    }

    private Shown send(String register, RequestPostProcessor who, String text) {
        return send(register, who, register + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Shown save(Shown shown, RequestPostProcessor who) {
        return shown(pages.post()
                .uri(shown.address())
                .param("sett", shown.seen())
                .with(who)
                .with(csrf())
                .exchange()
                .getResponse()
                .getContentAsByteArray());
    }

    private static Shown shown(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8).replaceFirst("(?s)^.*<main", "<main");
        Matcher form = FORM.matcher(html);
        String text = HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
        return form.find() ? new Shown(text, form.group(1), form.group(2)) : new Shown(text, "", "");
    }

    private byte[] file(String name, RequestPostProcessor who) {
        return pages.get().uri(name).with(who).exchange().getResponse().getContentAsByteArray();
    }

    private static String unit(String code, String name, String parent) {
        return code + ";" + name + ";Hemtjänst;Falun;" + parent + ";Enhetschef\r\n";
    }

    private String email(String name) {
        return name + "-" + some + "@falun.example";
    }

    private Person person(String email) {
        return persons.list(ADMIN).stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void changesNothingUntilWhatIsShownIsSaved() {
        // The unit above comes last, in other letters.
        Shown shown =
                send("enheter", COUNTY, UNITS + unit(some + "-b", "Öster", some + "-A") + unit(some + "-a", "Ås", ""));
        assertThat(shown.text()).contains("2 nya");
        assertThat(units.find(some + "-a")).isEmpty();
        assertThat(save(shown, COUNTY).text()).contains("Enheterna är sparade");
        assertThat(units.find(some + "-b")
                        .orElseThrow()
                        .nearest(LocalDate.now(HouseTime.SWEDEN))
                        .parent())
                .isEqualTo(some + "-a");
        assertThat(save(shown, COUNTY).text()).contains("Filen finns inte kvar att spara");
    }

    @Test
    void readsLettersAsWindowsWritesThem() {
        String text = PEOPLE + email("asa") + ";Åsa Öst;Falun;Enhetschef;Falun;\r\n";
        Shown shown = send("personer", COUNTY, "personer.csv", text.getBytes(Charset.forName("windows-1252")));
        assertThat(shown.text()).contains("1 ny,", "Åsa Öst");
        save(shown, COUNTY);
        assertThat(person(email("asa")).name()).isEqualTo("Åsa Öst");
    }

    @Test
    void saysEveryBadCellByRowAndSavesNothing() {
        Shown shown = send(
                "personer",
                COUNTY,
                PEOPLE
                        + email("bra") + ";Bra Rad;Falun;;;\r\n"
                        + "ingen adress;Dålig Adress;Falun;;;\r\n"
                        + email("roll") + ";Dålig Roll;Falun;Kung;Falun;\r\n"
                        + email("enhet") + ";Dålig Enhet;Falun;Enhetschef;Falun;finns-ej\r\n"
                        + email("tom") + ";;Falun;;;\r\n");
        assertThat(shown.address()).isEmpty();
        assertThat(shown.text()).contains("ingen adress", "Kung", "Det finns ingen enhet med koden finns-ej");
        assertThat(persons.list(ADMIN)).extracting(Person::email).doesNotContain(email("bra"));
    }

    @Test
    void readsItsOwnFilesAgainWithoutChangingAnything() {
        save(
                send("enheter", COUNTY, UNITS + unit(some + "-a", "Ås", "") + unit(some + "-b", "Öster", some + "-a")),
                COUNTY);
        directory.apply(ADMIN, new UnitChange.End(some + "-b", 1, LocalDate.now(HouseTime.SWEDEN)));
        String row = email("bo") + ";Bo Ek;Falun;Enhetschef;Falun;" + some + "-a\r\n";
        save(send("personer", COUNTY, PEOPLE + row), COUNTY);
        // The same role again after a time without it.
        Person bo = person(email("bo"));
        Person.Held now = bo.roles().getFirst();
        LocalDate today = Principals.today();
        people.apply(
                ADMIN,
                List.of(
                        new PersonChange.End(bo.id(), now.id(), today.plusDays(10)),
                        new PersonChange.Give(bo.id(), now.grant(), today.plusDays(20), null)));
        for (String register : List.of("enheter", "personer")) {
            for (String ending : List.of(".csv", ".xlsx")) {
                Shown again = send(register, COUNTY, register + ending, file("/" + register + ending, COUNTY));
                assertThat(again.address()).as(again.text()).isEmpty();
                assertThat(again.text()).as(register + ending).contains("0 nya, 0 ändrade");
            }
        }
    }

    @Test
    void leavesAloneWhatTheFileHasNoColumnFor() {
        save(
                send("enheter", COUNTY, UNITS + unit(some + "-a", "Ås", "") + unit(some + "-b", "Öster", some + "-a")),
                COUNTY);
        save(send("enheter", COUNTY, "Kod;Namn;Typ;Huvudman\r\n" + some + "-b;Väster;Hemtjänst;Falun\r\n"), COUNTY);
        Unit unit = units.find(some + "-b").orElseThrow();
        assertThat(unit.nearest(LocalDate.now(HouseTime.SWEDEN)).name()).isEqualTo("Väster");
        assertThat(unit.nearest(LocalDate.now(HouseTime.SWEDEN)).parent()).isEqualTo(some + "-a");
        assertThat(unit.nearest(LocalDate.now(HouseTime.SWEDEN)).responsible()).isEqualTo("Enhetschef");
    }

    @Test
    void showsAFileAgainWhenSomethingHasChangedMeanwhile() {
        save(send("enheter", COUNTY, UNITS + unit(some + "-a", "Ås", "")), COUNTY);
        Shown shown = send("enheter", COUNTY, UNITS + unit(some + "-a", "Åsen", ""));
        directory.apply(
                ADMIN,
                new UnitChange.End(
                        some + "-a", 1, LocalDate.now(HouseTime.SWEDEN).plusDays(50)));
        Unit before = units.find(some + "-a").orElseThrow();
        save(send("enheter", COUNTY, UNITS + unit(some + "-a", "Åskullen", "")), COUNTY);
        Shown again = save(shown, COUNTY);
        assertThat(again.text()).contains("Åskullen", "Åsen").doesNotContain("Enheterna är sparade");
        assertThat(units.find(some + "-a").orElseThrow().version()).isEqualTo(before.version() + 1);
        assertThat(save(again, COUNTY).text()).contains("Enheterna är sparade");
    }

    @Test
    void refusesRowByRowWhatBelongsToOthers() {
        RequestPostProcessor falun = Someone.as(Role.ORGANISATION_ADMIN, "2080");
        Shown shown = send(
                "personer",
                falun,
                PEOPLE
                        + email("egen") + ";Egen Person;Falun;;;\r\n"
                        + email("annan") + ";Annan Person;Orsa;;;\r\n"
                        + email("roll") + ";Roll Hos Annan;Falun;Enhetschef;Orsa;\r\n"
                        + email("lan") + ";Hela Länet;Falun;Länsadministratör;Hela länet;\r\n");
        assertThat(shown.address()).isEmpty();
        assertThat(shown.text().split("Din roll får inte göra detta", -1)).hasSize(4);
        Shown mine =
                send("enheter", falun, UNITS + unit(some + "-a", "Egen", "") + some + "-o;Orsas;Hemtjänst;Orsa;;\r\n");
        assertThat(mine.address()).isEmpty();
        assertThat(mine.text()).contains("Din roll får inte göra detta");
    }

    @Test
    void letsNobodySaveAnothersFile() {
        Shown shown = send("enheter", COUNTY, UNITS + unit(some + "-a", "Ås", ""));
        RequestPostProcessor falun = Someone.as(Role.ORGANISATION_ADMIN, "2080");
        assertThat(save(shown, falun).text()).contains("Filen finns inte kvar att spara");
        assertThat(units.find(some + "-a")).isEmpty();
        assertThat(save(shown, COUNTY).text()).contains("Enheterna är sparade");
    }

    @Test
    void tellsTheSecondOfTwoWhoSaveTheSamePeople() throws Exception {
        RequestPostProcessor falun = Someone.as(Role.ORGANISATION_ADMIN, "2080");
        String text = PEOPLE
                + IntStream.range(0, 50)
                        .mapToObj(number -> email("p" + number) + ";Person " + number + ";Falun;;;\r\n")
                        .collect(Collectors.joining());
        Shown first = send("personer", COUNTY, text);
        Shown second = send("personer", falun, text);
        List<Callable<Shown>> saves = List.of(() -> save(first, COUNTY), () -> save(second, falun));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<String> answers = new ArrayList<>();
            for (Future<Shown> answer : threads.invokeAll(saves)) {
                answers.add(answer.get(60, TimeUnit.SECONDS).text());
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("Personerna är sparade"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("Inget är sparat"))
                    .hasSize(1);
        }
        assertThat(persons.list(ADMIN))
                .filteredOn(one -> one.email().endsWith(some + "@falun.example"))
                .hasSize(50);
    }

    @Test
    void takesManyAtOnce() {
        String code = some + "-x";
        String manyUnits = UNITS
                + IntStream.range(0, 1000)
                        .mapToObj(number -> unit(number % 2 == 0 ? code + number : "", "Enhet " + number, ""))
                        .collect(Collectors.joining());
        String manyPeople = PEOPLE
                + IntStream.range(0, 2000)
                        .mapToObj(number -> email("m" + number) + ";Person " + number + ";Falun;Enhetschef;Falun;"
                                + code + number / 4 * 2 + "\r\n")
                        .collect(Collectors.joining());
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(save(send("enheter", COUNTY, manyUnits), COUNTY).text()).contains("Enheterna är sparade");
        assertThat(save(send("personer", COUNTY, manyPeople), COUNTY).text()).contains("Personerna är sparade");
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
        assertThat(seconds).isLessThan(20);
    }
}
