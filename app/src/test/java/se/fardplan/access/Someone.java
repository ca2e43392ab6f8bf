package se.fardplan.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
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
            Sessions.Owner owner = new Sessions.Owner(account.id(), account.stamp());
            return SecurityMockMvcRequestPostProcessors.authentication(
                            UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of()))
                    .postProcessRequest(request);
        };
    }

    /** The one with {@code email}, in a session that began when this was first used and may have ended since. */
    public static RequestPostProcessor the(String email) {
        AtomicReference<Sessions.@Nullable Owner> session = new AtomicReference<>();
        return request -> {
            ApplicationContext spring = Objects.requireNonNull(
                    WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()));
            if (session.get() == null) {
                AccountStore.Account account =
                        spring.getBean(AccountStore.class).findByEmail(email).orElseThrow();
                session.set(new Sessions.Owner(account.id(), account.stamp()));
            }
            return SecurityMockMvcRequestPostProcessors.authentication(
                            UsernamePasswordAuthenticationToken.authenticated(session.get(), null, List.of()))
                    .postProcessRequest(request);
        };
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
