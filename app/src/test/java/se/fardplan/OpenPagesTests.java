package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpenPagesTests {

    private final AtomicLong lastChange = new AtomicLong(7);
    private final AtomicInteger rendered = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Stockholm");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final DataVersion version = new DataVersion(lastChange::get, clock);
    private final OpenPages pages = new OpenPages(version);
    private final FilterChain page = (request, response) -> {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<h1>Sida %d</h1>".formatted(rendered.incrementAndGet()));
    };

    @Test
    void rendersAnOpenPageOnceWhileNothingChanges() throws Exception {
        assertThat(get("/delmal/nara-for-mig").getContentAsString()).isEqualTo("<h1>Sida 1</h1>");
        assertThat(get("/delmal/nara-for-mig").getContentAsString()).isEqualTo("<h1>Sida 1</h1>");
        assertThat(get("/delmal/nara-for-alla").getContentAsString()).isEqualTo("<h1>Sida 2</h1>");
    }

    @Test
    void answersNotModifiedToTheTagItGave() throws Exception {
        String tag = get("/").getHeader("ETag");
        MockHttpServletRequest again = new MockHttpServletRequest("GET", "/");
        again.addHeader("If-None-Match", tag);

        MockHttpServletResponse response = run(again);

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void rendersAnewAfterAChangeInThisProcess() throws Exception {
        get("/");
        lastChange.incrementAndGet();
        version.on(new ChangeCommitted(lastChange.get()));

        assertThat(get("/").getContentAsString()).isEqualTo("<h1>Sida 2</h1>");
    }

    @Test
    void noticesAChangeInAnotherProcessWithinASecond() throws Exception {
        get("/");
        lastChange.incrementAndGet();
        now = now.plus(Duration.ofMillis(1001));

        assertThat(get("/").getContentAsString()).isEqualTo("<h1>Sida 2</h1>");
    }

    @Test
    void rendersAnewOnTheNextDay() throws Exception {
        get("/");
        now = Instant.parse("2026-11-22T23:00:01Z");

        assertThat(get("/").getContentAsString()).isEqualTo("<h1>Sida 2</h1>");
    }

    @Test
    void neverKeepsWhatSomeoneLoggedInSees() throws Exception {
        MockHttpServletRequest loggedIn = new MockHttpServletRequest("GET", "/");
        loggedIn.setRequestedSessionId("abc");
        run(loggedIn);

        assertThat(get("/").getContentAsString()).isEqualTo("<h1>Sida 2</h1>");
    }

    @Test
    void neverKeepsAPageThatSetsACookieOrFails() throws Exception {
        FilterChain cookie = (request, response) -> {
            ((MockHttpServletResponse) ((jakarta.servlet.ServletResponseWrapper) response).getResponse())
                    .addCookie(new Cookie("a", "b"));
            page.doFilter(request, response);
        };
        pages.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), cookie);
        FilterChain failing = (request, response) -> {
            ((jakarta.servlet.http.HttpServletResponse) response).setStatus(404);
            page.doFilter(request, response);
        };
        pages.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), failing);

        assertThat(get("/").getContentAsString()).isEqualTo("<h1>Sida 3</h1>");
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return run(new MockHttpServletRequest("GET", path));
    }

    private MockHttpServletResponse run(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pages.doFilter(request, response, page);
        return response;
    }
}
