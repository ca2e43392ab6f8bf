package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.HouseTime;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;

/** Plans and activities laid up by their forms, for tests of pages in Dalarna. */
public final class PlanForms {

    public static final String ORSA = "2034";
    public static final String MORA = "2062";
    public static final String REGION = "0020";

    private static final int YEAR = LocalDate.now(HouseTime.SWEDEN).getYear();

    private final MockMvcTester pages;

    public PlanForms(MockMvcTester pages) {
        this.pages = pages;
    }

    /** A draft of {@code municipalities}' for this year and the next, by the first one's process leader; gives its address. */
    public String plan(String title, String... municipalities) {
        return address(pages.post()
                .uri("/planera/planer")
                .param("namn", title)
                .param("kommuner", municipalities)
                .param("fran", YEAR + "-01-01")
                .param("till", (YEAR + 1) + "-12-31")
                .with(lead(municipalities[0]))
                .with(csrf())
                .exchange());
    }

    /** An activity that answers all five questions; gives its address. */
    public String activity(String plan, String owner, String title, String... goals) {
        return address(pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", title)
                .param("huvudman", owner)
                .param("vilka", "Personer över 65 år")
                .param("borjar", "våren 2026")
                .param("hur", "Ett samtal om dagen")
                .param("avVem", "Hemtjänsten och vårdcentralen")
                .param("foljsUpp", "Varje månad")
                .param("delmal", goals)
                .param("nyckeltal", "KF18")
                .with(lead(owner))
                .with(csrf())
                .exchange());
    }

    /** Lets every party agree, and the first one's process leader put the plan in force. */
    public void adopt(String plan, String... municipalities) {
        agree(plan, municipalities);
        assertThat(step(lead(municipalities[0]), plan, "ADOPT", municipalities[0]))
                .hasStatus(302);
    }

    public void agree(String plan, String... municipalities) {
        for (String party : municipalities) {
            assertThat(step(Someone.as(Role.HEAD, party), plan, "AGREE", party)).hasStatus(302);
        }
        assertThat(step(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION)).hasStatus(302);
    }

    public MvcTestResult step(RequestPostProcessor by, String plan, String act, String party) {
        return pages.post()
                .uri(plan + "/steg")
                .param("steg", act)
                .param("part", party)
                .param("version", version(by, plan))
                .with(by)
                .with(csrf())
                .exchange();
    }

    /** The version that the form at {@code address} is filled in against. */
    public String version(RequestPostProcessor by, String address) {
        return page(by, address).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    /** What the page at {@code address} shows {@code by}, who may read it. */
    public String page(RequestPostProcessor by, String address) {
        MvcTestResult answer = pages.get().uri(address).with(by).exchange();
        assertThat(answer).hasStatusOk();
        return content(answer);
    }

    public MvcTestResult send(RequestPostProcessor by, String address, String field, String words) {
        return pages.post()
                .uri(address)
                .param(field, words)
                .with(by)
                .with(csrf())
                .exchange();
    }

    public static RequestPostProcessor lead(String principal) {
        return Someone.as(Role.LOCAL_LEAD, principal);
    }

    /** The words of each row of a page's table, without tags. */
    public static List<String> rows(String page) {
        return java.util.Arrays.stream(page.split("<tr"))
                .map(row -> row.replaceAll("(?s)</tr>.*", "")
                        .replaceAll("<[^>]*>|^[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    public static String content(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of an address. */
    public static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Where an answer sends its reader on. */
    public static String address(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
