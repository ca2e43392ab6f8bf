package se.fardplan.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Takes the time of each request, by the pattern of its address and never by the address itself (svarstider). */
class RequestTimes extends OncePerRequestFilter {

    /** Anyone may invent more. */
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Metrics metrics;

    /** Puts it right after the one that gives each request its reference. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Setup {

        @Bean
        FilterRegistrationBean<RequestTimes> requestTimes(Metrics metrics) {
            FilterRegistrationBean<RequestTimes> registration = new FilterRegistrationBean<>(new RequestTimes(metrics));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return registration;
        }
    }

    RequestTimes(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        int status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            metrics.count(
                    KNOWN.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    pattern == null ? "UNKNOWN" : pattern.toString(),
                    status,
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
