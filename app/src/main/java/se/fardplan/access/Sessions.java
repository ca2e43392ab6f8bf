package se.fardplan.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;
import se.fardplan.MenuEntry;
import se.fardplan.Visitor;

/**
 * Who is behind a request (sessioner). Account and roles are read anew for each request, so that a role ends at once;
 * a session of another stamp than the account's has ended.
 */
@Component
@ConditionalOnWebApplication
class Sessions implements Visitor {

    /** The cookie by which a browser that has logged in before is known. */
    static final String DEVICE_COOKIE = "FARDPLAN_KAND";

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration DEVICE_KEPT = Duration.ofDays(90);
    private static final String USER = Sessions.class.getName() + ".user";

    private final Accounts accounts;
    private final SecurityContextRepository contexts;

    /** What a session keeps of its owner (sessionens ägare). */
    record Owner(UUID id, UUID stamp) implements AuthenticatedPrincipal {

        @Override
        public String getName() {
            return id.toString();
        }
    }

    Sessions(Accounts accounts, SecurityContextRepository contexts) {
        this.accounts = accounts;
        this.contexts = contexts;
    }

    /** Begins a session under a new id and lets the browser be known next time. */
    void start(Login.LoggedIn who, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        Owner owner = new Owner(who.account().id(), who.account().stamp());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(OwnerContexts.authentication(owner));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setAttribute(SessionRows.BROWSER, UserAgent.of(request.getHeader(HttpHeaders.USER_AGENT)));
        ResponseCookie cookie = ResponseCookie.from(DEVICE_COOKIE, who.device())
                .path("/logga-in")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(DEVICE_KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        request.removeAttribute(USER);
    }

    /** The one who is logged in, with the roles held now. */
    Optional<CurrentUser> findUser(HttpServletRequest request) {
        if (request.getAttribute(USER) instanceof CurrentUser user) {
            return Optional.of(user);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Owner owner)) {
            return Optional.empty();
        }
        Optional<CurrentUser> user = accounts.findUser(owner.id(), owner.stamp());
        user.ifPresentOrElse(found -> request.setAttribute(USER, found), () -> end(request));
        return user;
    }

    /** The account that the request was found to come from, for the server's log; a dash for an open visitor. */
    static String account(HttpServletRequest request) {
        return request.getAttribute(USER) instanceof CurrentUser user ? String.valueOf(user.id()) : "-";
    }

    /** True in a session that began a moment ago, at the latest with the login. */
    static boolean isFresh(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(FRESH).isAfter(now);
    }

    static @Nullable String device(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, DEVICE_COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    @Override
    public @Nullable String name() {
        return findVisitor().map(CurrentUser::name).orElse(null);
    }

    @Override
    public List<MenuEntry> own() {
        return findVisitor().stream().flatMap(OwnPages::of).toList();
    }

    @Override
    public boolean mayWrite() {
        return findVisitor()
                .map(user -> Policy.allowsSomewhere(user, Act.WRITE_ANALYSIS))
                .orElse(false);
    }

    private Optional<CurrentUser> findVisitor() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        HttpServletRequest request = attributes.getRequest();
        // The page that tells of a failure must not meet the same one.
        return hasFailed(request) && request.getAttribute(USER) == null ? Optional.empty() : findUser(request);
    }

    /** True for the page that tells of something that went wrong here, such as the database being away. */
    static boolean hasFailed(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
    }
}
