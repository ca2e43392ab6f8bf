package se.fardplan.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import se.fardplan.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What someone meets at a door that stays shut (avbrott): the way to the login, the login with what was written still in it,
 * or the answer no.
 */
@Component
@ConditionalOnWebApplication
class Interruptions implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ViewResolver views;
    private final Texts texts;
    private final LoginPages pages;

    Interruptions(ViewResolver templateViews, Texts texts, LoginPages pages) {
        this.views = templateViews;
        this.texts = texts;
        this.pages = pages;
    }

    /** Someone without a session asks for what needs one. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknownUser)
            throws IOException, ServletException {
        if (isApi(request)) {
            json(response, HttpServletResponse.SC_UNAUTHORIZED, texts.of("access.api.log-in"));
        } else if (isRead(request)) {
            String login = "/logga-in?vidare=" + URLEncoder.encode(Paths.here(request), StandardCharsets.UTF_8);
            if (isFragment(request)) {
                response.setHeader("HX-Redirect", "/logga-in");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect(login);
            }
        } else {
            Kept kept = Kept.of(request, tokenName(request));
            show(
                    "access/login",
                    pages.afterSessionEnd(request, kept),
                    HttpServletResponse.SC_UNAUTHORIZED,
                    request,
                    response);
        }
    }

    /** Someone who is logged in may not, or a form came without its token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (isApi(request)) {
            json(response, HttpServletResponse.SC_FORBIDDEN, texts.of("access.api.may-not"));
        } else if (!(denied instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getRequestURI().startsWith("/logga-in")) {
            show("access/login", pages.formTooOld(request), HttpServletResponse.SC_FORBIDDEN, request, response);
        } else {
            // The form may come from another site: what it holds is shown to be copied, never sent on.
            Kept kept = Kept.of(request, tokenName(request));
            show(
                    "access/unsent",
                    new LoginPages.UnsentPage(kept, null, null),
                    HttpServletResponse.SC_FORBIDDEN,
                    request,
                    response);
        }
    }

    /** A field of a form is longer than it may be. */
    void tooLong(String sentence, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        int status = HttpStatus.UNPROCESSABLE_CONTENT.value();
        if (isApi(request)) {
            json(response, status, sentence);
            return;
        }
        Kept kept = Kept.of(request, tokenName(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        show("access/unsent", new LoginPages.UnsentPage(kept, null, sentence), status, request, response);
    }

    private void show(String name, Object page, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status);
        if (isFragment(request)) {
            // htmx would put the answer in a corner of the page, and drop one that is not 200.
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        try {
            View view = Objects.requireNonNull(views.resolveViewName(name, Texts.SWEDISH), name);
            view.render(Map.of("page", page), request, response);
        } catch (IOException | ServletException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new ServletException(problem);
        }
    }

    private void json(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(JSON.writeValueAsString(Map.of("error", sentence)));
    }

    private static String tokenName(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "_csrf" : token.getParameterName();
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/actuator/");
    }

    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
