package se.fardplan;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a reference (referens): the proxy's {@code X-Request-Id} where it is well-formed, else one made here. It
 * stands in the answer, in each line of the log and on the page that tells of an error.
 */
class RequestIds extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String MARK = RequestIds.class.getName();
    private static final String IN_LOG = "requestId";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** Puts it before everything else. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Setup {

        @Bean
        FilterRegistrationBean<RequestIds> requestIds() {
            FilterRegistrationBean<RequestIds> registration = new FilterRegistrationBean<>(new RequestIds());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
            return registration;
        }
    }

    static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(MARK);
    }

    /**
     * The log keeps the reference until the thread takes its next request: the container logs a failure after the last
     * filter has returned.
     */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reference = of(request);
        if (reference == null) {
            String given = request.getHeader(HEADER);
            reference = given != null && WELL_FORMED.matcher(given).matches()
                    ? given
                    : UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            request.setAttribute(MARK, reference);
        }
        MDC.put(IN_LOG, reference);
        response.setHeader(HEADER, reference);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
