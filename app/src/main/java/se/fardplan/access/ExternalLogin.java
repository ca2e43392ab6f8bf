package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;

/**
 * Login by someone else (extern inloggning): who it is comes from outside, what they may from the account here and, where the
 * settings say so, from the claims.
 *
 * <p>The account is the one with the same e-mail address, which the other login must have verified.
 */
@Component
@ConditionalOnWebApplication
class ExternalLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalLogin.class);

    private final ExternalArrivals arrivals;
    private final Sessions sessions;
    private final Map<String, String> names;
    private final boolean trustsEmail;

    /** @param trustsEmail true for a login that says nothing of addresses being verified, but lets nobody choose their own */
    ExternalLogin(
            ExternalArrivals arrivals,
            Sessions sessions,
            ObjectProvider<OAuth2ClientProperties> settings,
            @Value("${fardplan.oidc.trust-email:false}") boolean trustsEmail) {
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.names = settings.stream().findFirst().map(ExternalProviders::names).orElse(Map.of());
        this.trustsEmail = trustsEmail;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        sessions.end(request);
        String email = authentication.getPrincipal() instanceof OidcUser user ? verified(user) : null;
        if (email == null) {
            response.sendRedirect("/logga-in?obekraftad");
            return;
        }
        Optional<Login.LoggedIn> who = letIn((OAuth2AuthenticationToken) authentication, email);
        if (who.isPresent()) {
            sessions.start(who.get(), request, response);
            response.sendRedirect(LoginPages.DESK);
        } else {
            response.sendRedirect("/logga-in?okand");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        String code = problem instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : problem.getClass().getSimpleName();
        sessions.end(request);
        if (code.equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            response.sendRedirect("/logga-in?avbruten");
            return;
        }
        boolean silent = ProviderCalls.isSilence(problem);
        LOG.warn("Extern inloggning misslyckades: {}{}", code, silent ? ", inget svar" : "");
        response.sendRedirect(silent ? "/logga-in?tyst" : "/logga-in?misslyckad");
    }

    private Optional<Login.LoggedIn> letIn(OAuth2AuthenticationToken token, String email) {
        OidcUser user = (OidcUser) token.getPrincipal();
        String login = token.getAuthorizedClientRegistrationId();
        String name = user.getFullName() == null || user.getFullName().isBlank() ? email : user.getFullName();
        try {
            return arrivals.letIn(new ExternalArrivals.Arrival(
                    login, names.getOrDefault(login, login), email, name, user.getClaims()));
        } catch (Refusal refusal) {
            LOG.warn("Extern inloggning nekades: {}", refusal.code());
            return Optional.empty();
        }
    }

    private @Nullable String verified(OidcUser user) {
        Boolean verified = user.getEmailVerified();
        boolean proven = verified == null ? trustsEmail : verified;
        return proven ? user.getEmail() : null;
    }
}
