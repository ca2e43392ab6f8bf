package se.fardplan.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The door of every endpoint (dörrvakten): opens by {@link Open} or {@link Requires} on the method that will answer, and
 * stays shut where neither stands.
 */
@Component
@ConditionalOnWebApplication
class EndpointPolicy implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String OPEN = EndpointPolicy.class.getName() + ".open";

    private final ObjectProvider<HandlerMapping> mappings;
    private final Sessions sessions;
    private final Environment settings;

    /** What a request must fulfil (krav). */
    sealed interface Demand {}

    /** Anyone may. */
    record ForAll() implements Demand {}

    /** Those whose role allows {@code act}, somewhere in the county. */
    record ForAct(Act act) implements Demand {}

    /** Another machine that brings the token of {@code setting}; no one while nothing is set. */
    record ForToken(String setting) implements Demand {}

    /** No endpoint: the answer will be that there is none. */
    record NoEndpoint() implements Demand {}

    /** An endpoint that says nothing about who may: no one. */
    record Shut() implements Demand {}

    EndpointPolicy(ObjectProvider<HandlerMapping> mappings, Sessions sessions, Environment settings) {
        this.mappings = mappings;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** True when the request was let in because anyone may. */
    static boolean isOpen(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(OPEN));
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        // The error page of an answer already decided on.
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return new AuthorizationDecision(true);
        }
        boolean granted = switch (demandOf(request)) {
            case ForAll open -> {
                request.setAttribute(OPEN, true);
                yield true;
            }
            case ForAct(Act act) ->
                sessions.findUser(request)
                        .map(user -> Policy.allowsSomewhere(user, act))
                        .orElse(false);
            case ForToken(String setting) -> bringsToken(request, settings.getProperty(setting, ""));
            case NoEndpoint nothing -> true;
            case Shut shut -> false;
        };
        return new AuthorizationDecision(granted);
    }

    private Demand demandOf(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        List<HandlerMapping> inOrder = mappings.orderedStream().toList();
        for (HandlerMapping mapping : inOrder) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) {
                    return demandOf(chain.getHandler());
                }
            } catch (ServletException noSuchMethodOrForm) {
                // The dispatcher asks the same mapping again and answers 405, 406 or 415.
                return new NoEndpoint();
            } catch (Exception problem) {
                throw new IllegalStateException("no handler could be found for " + request.getRequestURI(), problem);
            }
        }
        return new NoEndpoint();
    }

    static Demand demandOf(Object handler) {
        // Files are served from the folders that SecurityConfiguration lists, and no others.
        if (handler instanceof ResourceHttpRequestHandler) {
            return new ForAll();
        }
        if (handler instanceof HandlerMethod method) {
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                return new ForAct(requires.value());
            }
            if (method.hasMethodAnnotation(Open.class)) {
                return new ForAll();
            }
            ForMachine machine = method.getMethodAnnotation(ForMachine.class);
            if (machine != null) {
                return new ForToken(machine.value());
            }
        }
        return new Shut();
    }

    /** Compared in a time that tells nothing of how much is right. */
    private static boolean bringsToken(HttpServletRequest request, String token) {
        String brought = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isBlank()
                && brought != null
                && MessageDigest.isEqual(
                        brought.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token.strip()).getBytes(StandardCharsets.UTF_8));
    }
}
