package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.indicators.ImportRequest;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KoladaImport;
import se.fardplan.organisation.CountyLoader;

/**
 * The annual report, every role × state × act, through the endpoints that pages use.
 *
 * <p>Each cell of the table is tried; a cell that is not written there must be a refusal.
 */
@PagesTest
@TestPropertySource(properties = "fardplan.test=report-states")
class AnnualReportStatesPagesTests {

    /**
     * What each role meets. {@code yes} it is done, or shown; {@code wait} the page that says the report is being written;
     * {@code none} nothing to show; {@code login} the way to the login; {@code no} 403; {@code shut} 422 with a sentence.
     */
    private static final String EXPECTED = """
            act     state   PUBLIC NO_ROLE SYSADMIN COUNTY_ADMIN ORGANISATION_ADMIN REGIONAL_LEAD DEVELOPMENT_LEAD COMMUNICATOR DEPARTMENT_HEAD LOCAL_LEAD UNIT_MANAGER HEAD POLITICIAN REGISTRAR
            READ    NOTHING wait   wait    wait     wait         wait               yes           yes              yes          yes             yes        wait         yes  wait       wait
            READ    DRAFT   wait   wait    wait     wait         wait               yes           yes              yes          yes             yes        wait         yes  wait       wait
            READ    FROZEN  yes    yes     yes      yes          yes                yes           yes              yes          yes             yes        yes          yes  yes        yes
            HTML    NOTHING shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            HTML    DRAFT   shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            HTML    FROZEN  yes    yes     yes      yes          yes                yes           yes              yes          yes             yes        yes          yes  yes        yes
            PDF     NOTHING shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            PDF     DRAFT   shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            PDF     FROZEN  yes    yes     yes      yes          yes                yes           yes              yes          yes             yes        yes          yes  yes        yes
            WORD    NOTHING shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            WORD    DRAFT   shut   shut    shut     shut         shut               yes           yes              yes          yes             yes        shut         yes  shut       shut
            WORD    FROZEN  yes    yes     yes      yes          yes                yes           yes              yes          yes             yes        yes          yes  yes        yes
            CHANGES NOTHING none   none    none     none         none               none          none             none         none            none       none         none none       none
            CHANGES DRAFT   none   none    none     none         none               none          none             none         none            none       none         none none       none
            CHANGES FROZEN  yes    yes     yes      yes          yes                yes           yes              yes          yes             yes        yes          yes  yes        yes
            OPEN    NOTHING login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            OPEN    DRAFT   login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            OPEN    FROZEN  login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            HISTORY NOTHING login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            HISTORY DRAFT   login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            HISTORY FROZEN  login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            WRITE   NOTHING login  no      no       no           no                 yes           yes              yes          no              no         no           no   no         no
            WRITE   DRAFT   login  no      no       no           no                 yes           yes              yes          no              no         no           no   no         no
            WRITE   FROZEN  login  no      no       no           no                 shut          shut             shut         no              no         no           no   no         no
            CHOOSE  NOTHING login  no      no       no           no                 yes           yes              yes          no              no         no           no   no         no
            CHOOSE  DRAFT   login  no      no       no           no                 yes           yes              yes          no              no         no           no   no         no
            CHOOSE  FROZEN  login  no      no       no           no                 shut          shut             shut         no              no         no           no   no         no
            CHECK   NOTHING login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            CHECK   DRAFT   login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            CHECK   FROZEN  login  no      no       no           no                 yes           yes              yes          yes             yes        no           yes  no         no
            CONFIRM NOTHING login  no      no       no           no                 yes           no               no           no              no         no           no   no         no
            CONFIRM DRAFT   login  no      no       no           no                 yes           no               no           no              no         no           no   no         no
            CONFIRM FROZEN  login  no      no       no           no                 yes           no               no           no              no         no           no   no         no
            FREEZE  NOTHING login  no      no       no           no                 yes           no               no           no              no         no           no   no         no
            FREEZE  DRAFT   login  no      no       no           no                 yes           no               no           no              no         no           no   no         no
            FREEZE  FROZEN  login  no      no       no           no                 shut          no               no           no              no         no           no   no         no
            """;

    private static final String SECTION = "framgang";
    private static final CurrentUser ANNA =
            new CurrentUser(new UUID(1, 1), "Anna", "", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));

    @TempDir
    Path folder;

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    KoladaImport kolada;

    @Autowired
    Indicators indicators;

    @Autowired
    AnnualReports reports;

    /** What a report has come to. */
    enum State {
        NOTHING,
        DRAFT,
        FROZEN
    }

    /** What someone wants of it. */
    enum Deed {
        READ,
        HTML,
        PDF,
        WORD,
        CHANGES,
        OPEN,
        HISTORY,
        WRITE,
        CHOOSE,
        CHECK,
        CONFIRM,
        FREEZE;

        boolean changes() {
            return this == WRITE || this == CHOOSE || this == FREEZE;
        }
    }

    /** One who tries; no role means a visitor, who has not logged in, or someone without any. */
    private record Actor(String name, @Nullable RequestPostProcessor who) {

        /** True when what this one does may change a report, so that it needs one of its own. */
        boolean writes() {
            return Set.of("REGIONAL_LEAD", "DEVELOPMENT_LEAD", "COMMUNICATOR").contains(name);
        }

        static List<Actor> all() {
            return Stream.concat(
                            Stream.of(new Actor("PUBLIC", null), new Actor("NO_ROLE", Someone.as())),
                            Arrays.stream(Role.values())
                                    .map(role -> new Actor(
                                            role.name(),
                                            Set.of(Role.ORGANISATION_ADMIN, Role.LOCAL_LEAD, Role.UNIT_MANAGER)
                                                            .contains(role)
                                                    ? Someone.as(role, "2080")
                                                    : Someone.as(role))))
                    .toList();
        }
    }

    /** The next year that nobody has written about. */
    private int unused = LocalDate.now(HouseTime.SWEDEN).getYear();

    @Test
    @Proves({"R150", "R163", "R165"})
    void everyRoleMeetsInEveryStateWhatTheTableSays() throws IOException {
        counties.ensureLoaded("dalarna", false);
        importValues("3366.4");
        Map<State, Integer> years = new EnumMap<>(State.class);
        for (State state : State.values()) {
            years.put(state, make(state));
        }
        importValues("9999.9");
        List<String> found = new ArrayList<>();
        found.add("act state "
                + String.join(" ", Actor.all().stream().map(Actor::name).toList()));
        for (Deed deed : Deed.values()) {
            for (State state : State.values()) {
                List<String> row = new ArrayList<>(List.of(deed.name(), state.name()));
                for (Actor actor : Actor.all()) {
                    boolean own = deed.changes() && state != State.FROZEN && actor.writes();
                    row.add(tried(deed, own ? make(state) : years.get(state), actor));
                }
                found.add(String.join(" ", row));
            }
        }
        assertThat(found)
                .containsExactlyElementsOf(
                        EXPECTED.lines().map(line -> line.replaceAll(" +", " ")).toList());
        assertThat(reports.get(years.get(State.NOTHING)).published()).isFalse();
        assertThat(reports.getText(years.get(State.NOTHING), SECTION).version()).isZero();
        assertThat(reports.getText(years.get(State.DRAFT), SECTION).version()).isOne();
        assertThat(reports.getText(years.get(State.FROZEN), SECTION).version()).isOne();
    }

    /** A report that has come to {@code state}, of a year of its own. */
    private int make(State state) {
        int year = unused--;
        if (state != State.NOTHING) {
            reports.save(ANNA, year, SECTION, 0, "Den första texten");
        }
        if (state == State.FROZEN) {
            reports.freeze(ANNA, year, latest());
        }
        return year;
    }

    private String tried(Deed deed, int year, Actor actor) {
        String report = "/arsrapport/" + year;
        String section = report + "/avsnitt/" + SECTION;
        int version = reports.getText(year, SECTION).version();
        return switch (deed) {
            case READ -> {
                String body = body(get(report, actor));
                yield body.contains("Läget i ett ögonkast") ? "yes" : body.contains("skrivs nu") ? "wait" : body;
            }
            case HTML -> file(get(report + ".html", actor), "<!DOCTYPE html>");
            case PDF -> file(get(report + ".pdf", actor), "%PDF-");
            case WORD -> file(get(report + ".docx", actor), "PK");
            case CHANGES -> body(get(report, actor)).contains("Efter frysningen har 1 värde ändrats") ? "yes" : "none";
            case OPEN -> outcome(get(section, actor));
            case HISTORY -> outcome(get(section + "/historik", actor));
            case WRITE -> outcome(write(section, actor, version, "En annan text"));
            case CHOOSE -> choose(year, section, actor, version);
            case CHECK -> outcome(get(report + "/granskning", actor));
            case CONFIRM -> outcome(get(report + "/frysning", actor));
            case FREEZE ->
                outcome(send(pages.post().uri(report + "/frysning").param("argang", Long.toString(latest())), actor));
        };
    }

    /** Someone else has written meanwhile: both texts are shown, and one's own can be chosen. */
    private String choose(int year, String section, Actor actor, int version) {
        boolean open = !reports.get(year).published() && actor.writes();
        if (open) {
            reports.save(ANNA, year, SECTION, version, "Hennes text");
        }
        MockHttpServletResponse first = write(section, actor, open ? version : version + 7, "Min text");
        if (first.getStatus() != 200) {
            return outcome(first);
        }
        assertThat(body(first)).contains("Någon annan har skrivit under tiden", "Hennes text", "Min text");
        String chosen = outcome(write(section, actor, version + 1, "Min text"));
        assertThat(reports.getText(year, SECTION).text()).isEqualTo("Min text");
        return chosen;
    }

    private MockHttpServletResponse write(String section, Actor actor, int base, String text) {
        return send(
                pages.post().uri(section).param("grund", Integer.toString(base)).param("text", text), actor);
    }

    private MockHttpServletResponse get(String address, Actor actor) {
        return send(pages.get().uri(address), actor);
    }

    private static MockHttpServletResponse send(MockMvcTester.MockMvcRequestBuilder request, Actor actor) {
        var whole = request.with(csrf());
        if (actor.who != null) {
            whole = whole.with(actor.who).with(AnnualReportStatesPagesTests::asTheirBrowserAsks);
        }
        return whole.exchange().getResponse();
    }

    /** With the session's cookie; without one the kept page of an open visitor is the answer. */
    private static MockHttpServletRequest asTheirBrowserAsks(MockHttpServletRequest request) {
        request.setRequestedSessionId("s");
        return request;
    }

    private static String outcome(MockHttpServletResponse answer) {
        String location = Objects.requireNonNullElse(answer.getRedirectedUrl(), "");
        return switch (answer.getStatus()) {
            case 200 -> "yes";
            case 302 -> location.startsWith("/logga-in") ? "login" : "yes";
            case 401 -> "login";
            case 403 -> "no";
            case 422 -> "shut";
            default -> Integer.toString(answer.getStatus());
        };
    }

    private static String file(MockHttpServletResponse answer, String beginning) {
        if (answer.getStatus() == 200) {
            assertThat(body(answer)).startsWith(beginning);
        }
        return outcome(answer);
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long latest() {
        return indicators.findLatestVintage().orElseThrow().number();
    }

    private void importValues(String value) throws IOException {
        int year = LocalDate.now(HouseTime.SWEDEN).getYear() - State.values().length;
        Path file = Files.writeString(Files.createTempFile(folder, "v3-", ".json"), """
                {"values":[{"kpi":"U20462","municipality":"0020","period":%d,"values":[
                {"gender":"T","count":1,"status":"","value":%s,"isdeleted":false}]}],
                "count":1,"next_url":null,"previous_url":null}
                """.formatted(year, value));
        kolada.run(
                CurrentUser.console(), new ImportRequest.Files(List.of(file), List.of(), List.of(), null), note -> {});
    }
}
