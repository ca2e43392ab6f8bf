package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring Security as this house uses it (säkerhetsinställningar): who gets in stands in {@link EndpointPolicy}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            EndpointPolicy policy,
            Interruptions interruptions,
            SecurityContextRepository contexts,
            ExternalLogin external,
            ObjectProvider<ClientRegistrationRepository> providers) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().access(policy))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        // A mail program that stops the day's letter by itself has no token; the address is the secret.
                        .ignoringRequestMatchers("/utskick/*"))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(interruptions).accessDeniedHandler(interruptions))
                .headers(SecurityConfiguration::headers)
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable());
        // External login needs no code: spring.security.oauth2.client.* brings the providers.
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/logga-in")
                    .successHandler(external)
                    .failureHandler(external)
                    .withObjectPostProcessor(whereProviderIsAway(external)));
        }
        return http.build();
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whereProviderIsAway(
            ExternalLogin external) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(external);
                return filter;
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny())
                // What else lives below the same name is not ours to bind.
                .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(SecurityConfiguration::writeCaching);
    }

    /** What anyone may read may be kept but is asked for again by its tag; everything else is kept nowhere. */
    private static void writeCaching(HttpServletRequest request, HttpServletResponse response) {
        if (!EndpointPolicy.isOpen(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            // A page for someone who is logged in carries a name and a token.
            boolean personal = request.getRequestedSessionId() != null || request.getSession(false) != null;
            response.setHeader(HttpHeaders.CACHE_CONTROL, personal ? "private, no-cache" : "no-cache");
        }
    }

    /**
     * The token lives in a cookie of its own, as long as the browser is open: it outlives the session, so that a form sent
     * after the session's end is known to be ours and what stands in it can be kept. No open page makes one.
     */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("FARDPLAN_FORM");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** The files anyone may fetch, by list; there is no folder open to all paths. */
    @Bean
    WebMvcConfigurer openFiles(Sessions sessions, FieldLengths lengths) {
        return new WebMvcConfigurer() {

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry files) {
                // Their addresses change with their content (Assets), so a browser may keep them.
                CacheControl keep = CacheControl.maxAge(Duration.ofDays(30)).cachePublic();
                files.addResourceHandler("/vendor/**")
                        .addResourceLocations("classpath:/static/vendor/")
                        .setCacheControl(keep);
                files.addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(keep);
                files.addResourceHandler("/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/robots.txt")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(keep);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(lengths);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserArgument(sessions));
            }
        };
    }
}
