package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;

/** What the pages around the login show (inloggningens sidor). */
@Component
@ConditionalOnWebApplication
class LoginPages {

    /** Where one lands who asked for no page. */
    static final String DESK = "/att-gora";

    /** How an external login may end, as the address says it and as it is told. */
    private static final Map<String, String> ENDS = Map.of(
            "okand", "login.external-unknown",
            "avbruten", "login.external-aborted",
            "obekraftad", "login.external-unverified",
            "misslyckad", "login.external-failed",
            "tyst", "login.external-silent");

    private final Texts texts;
    private final Passkeys passkeys;
    private final List<Provider> providers;

    /** Another way to log in (extern inloggning). */
    record Provider(String id, String name) {}

    /**
     * The login form.
     *
     * @param message what just happened, to be read before trying again; null at first
     * @param problem true when {@code message} is about something that went wrong
     * @param next where to go afterwards
     * @param kept what someone was sending when the session ended; null when nothing
     * @param keyHost the host at which passkeys are good; null when there are none
     */
    record LoginPage(
            String tokenName,
            String token,
            @Nullable String message,
            boolean problem,
            String email,
            String next,
            @Nullable Kept kept,
            List<Provider> providers,
            @Nullable String keyHost) {}

    /** What was written, to be sent again by the one who has logged in. */
    record ResendPage(String tokenName, String token, Kept kept) {}

    /**
     * What was written, to be copied.
     *
     * @param own where to choose a password of one's own first; null when there is none to choose
     * @param problem what is wrong with it; null when it came too late
     */
    record UnsentPage(
            Kept kept, @Nullable String own, @Nullable String problem) {}

    LoginPages(Texts texts, Passkeys passkeys, ObjectProvider<OAuth2ClientProperties> settings) {
        this.texts = texts;
        this.passkeys = passkeys;
        this.providers = settings.stream()
                .flatMap(all -> ExternalProviders.names(all).entrySet().stream())
                .map(one -> new Provider(one.getKey(), one.getValue()))
                .toList();
    }

    LoginPage wrong(HttpServletRequest request, String message) {
        return page(request, texts.of(message), true, Kept.carriedBy(request));
    }

    LoginPage wait(HttpServletRequest request, Duration left) {
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return page(request, texts.of("login.wait", minutes), true, Kept.carriedBy(request));
    }

    LoginPage formTooOld(HttpServletRequest request) {
        return page(request, texts.of("login.form-too-old"), true, null);
    }

    /** The form, with what the address says has just happened. */
    LoginPage told(HttpServletRequest request) {
        if (request.getParameter("ut") != null) {
            return page(request, texts.of("login.logged-out"), false, null);
        }
        return ENDS.keySet().stream()
                .filter(end -> request.getParameter(end) != null)
                .findFirst()
                .map(end -> page(request, texts.of(Objects.requireNonNull(ENDS.get(end))), true, null))
                .orElseGet(() -> page(request, null, false, null));
    }

    LoginPage afterSessionEnd(HttpServletRequest request, Kept kept) {
        String message = texts.of(kept.fields().isEmpty() ? "login.needed" : "login.session-ended");
        return page(request, message, false, kept);
    }

    ResendPage resend(HttpServletRequest request, Kept kept) {
        CsrfToken token = token(request);
        return new ResendPage(token.getParameterName(), token.getToken(), kept);
    }

    /** Where a login leads: the page that was asked for, when it is one of ours, else one's own desk. */
    static String next(HttpServletRequest request) {
        String next = request.getParameter("vidare");
        return next != null && Paths.isLocal(next) ? next : DESK;
    }

    private LoginPage page(HttpServletRequest request, @Nullable String message, boolean problem, @Nullable Kept kept) {
        CsrfToken token = token(request);
        String email = request.getRequestURI().startsWith("/logga-in") ? request.getParameter("epost") : null;
        return new LoginPage(
                token.getParameterName(),
                token.getToken(),
                message,
                problem,
                email == null ? "" : email,
                next(request),
                kept,
                providers,
                passkeys.host());
    }

    private static CsrfToken token(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
