package se.fardplan.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Spring Session as this house uses it (gemensamma sessioner): the same session whichever copy answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SharedSessions {

    static final String COOKIE = "FARDPLAN";

    /** Spring Session writes when a session was used by the machine's own clock, so it is read by the same. */
    @Bean
    SessionRows sessionRows(SessionStore store, TransactionOperations transaction) {
        return new SessionRows(store, transaction, Clock.systemUTC());
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<LiveSession>> sharedSessionFilter(SessionRows rows) {
        SessionRepositoryFilter<LiveSession> filter = new SessionRepositoryFilter<>(rows);
        filter.setHttpSessionIdResolver(cookies());
        FilterRegistrationBean<SessionRepositoryFilter<LiveSession>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new OwnerContexts();
    }

    private static CookieHttpSessionIdResolver cookies() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return Sessions.hasFailed(request) ? List.of() : super.readCookieValues(request);
            }
        };
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return resolver;
    }
}
