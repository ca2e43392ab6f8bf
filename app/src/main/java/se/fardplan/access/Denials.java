package se.fardplan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in the server's log who was refused what (nekat): the account's number, never a name, and what was asked for. */
class Denials extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    /** A part of an address that may be a letter's secret, or someone's mail address; numbers of things are left. */
    private static final Pattern SECRET =
            Pattern.compile("/(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/|$))(?:[^/]{20,}|[^/]*(?:@|%40)[^/]*)");
    /** Spring Security's own filters come at -100. */
    private static final int AROUND_SECURITY = -101;

    /** Puts it around the filters that refuse. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Setup {

        @Bean
        FilterRegistrationBean<Denials> denials() {
            FilterRegistrationBean<Denials> registration = new FilterRegistrationBean<>(new Denials());
            registration.setOrder(AROUND_SECURITY);
            return registration;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            // The address as it was sent, where no line can break; what stands after its question mark may be a name.
            LOG.warn(
                    "denied account={} {} {}",
                    Sessions.account(request),
                    request.getMethod(),
                    SECRET.matcher(request.getRequestURI()).replaceAll("/…"));
        }
    }
}
