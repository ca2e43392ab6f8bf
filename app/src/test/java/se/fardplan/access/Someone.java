package se.fardplan.access;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Someone who is logged in, for tests of pages: {@code pages.get().uri("/…").with(Someone.as(Role.HEAD))}; a form needs
 * Spring Security's {@code csrf()} too.
 */
public final class Someone {

    private Someone() {}

    /** One who holds {@code role} for the whole county. */
    public static RequestPostProcessor as(Role role) {
        return as(new CurrentUser.Grant(role, null));
    }

    /** One who holds {@code role} for one organisation. */
    public static RequestPostProcessor as(Role role, String organisation) {
        return as(new CurrentUser.Grant(role, organisation));
    }

    /** One who holds each of {@code grants}, maybe none. */
    public static RequestPostProcessor as(CurrentUser.Grant... grants) {
        return request -> {
            ApplicationContext spring = Objects.requireNonNull(
                    WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()));
            AccountStore.Account account = account(spring.getBean(AccountStore.class), List.of(grants));
            return bring(session(spring, account, Duration.ZERO), request);
        };
    }

    /** The one with {@code email}, in a session that began when this was first used and may have ended since. */
    public static RequestPostProcessor the(String email) {
        return loggedInFor(Duration.ZERO, email);
    }

    /** As {@link #the}, but who logged in {@code age} before that. */
    static RequestPostProcessor loggedInFor(Duration age, String email) {
        AtomicReference<@Nullable Cookie> session = new AtomicReference<>();
        return request -> {
            ApplicationContext spring = Objects.requireNonNull(
                    WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()));
            if (session.get() == null) {
                session.set(session(
                        spring,
                        spring.getBean(AccountStore.class).findByEmail(email).orElseThrow(),
                        age));
            }
            return bring(Objects.requireNonNull(session.get()), request);
        };
    }

    /** What the browser of one who has just logged in holds. */
    private static Cookie session(ApplicationContext spring, AccountStore.Account account, Duration age) {
        SessionRows rows = spring.getBean(SessionRows.class);
        LiveSession session = LiveSession.begin(Instant.now().minus(age));
        session.setAttribute(SessionRows.OWNER, new Sessions.Owner(account.id(), account.stamp()));
        rows.save(session);
        return new Cookie(SharedSessions.COOKIE, session.getId());
    }

    private static MockHttpServletRequest bring(Cookie cookie, MockHttpServletRequest request) {
        Cookie[] others = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        request.setCookies(
                Stream.concat(Arrays.stream(others), Stream.of(cookie)).toArray(Cookie[]::new));
        return request;
    }

    private static AccountStore.Account account(AccountStore store, List<CurrentUser.Grant> grants) {
        String email = "someone-" + Integer.toHexString(grants.toString().hashCode()) + "@example.org";
        return store.findByEmail(email).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            store.add(id, email, "Någon Provare", "{noop}", null, Instant.now());
            grants.forEach(grant -> store.addGrant(id, grant, LocalDate.of(2020, 1, 1), null));
            return store.find(id).orElseThrow();
        });
    }
}
