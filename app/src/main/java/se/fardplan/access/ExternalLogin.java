package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Login by someone else (extern inloggning): who it is comes from outside, what they may from the account here.
 *
 * <p>Only an account with the same, verified e-mail address opens; nobody gets one by logging in.
 */
@Component
@ConditionalOnWebApplication
class ExternalLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalLogin.class);

    private final Login login;
    private final Sessions sessions;

    ExternalLogin(Login login, Sessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Optional<Login.LoggedIn> who = authentication.getPrincipal() instanceof OidcUser user
                        && user.getEmail() != null
                        && !Boolean.FALSE.equals(user.getEmailVerified())
                ? login.vouchedFor(user.getEmail())
                : Optional.empty();
        sessions.end(request);
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
        LOG.warn("Extern inloggning misslyckades: {}", problem.toString());
        response.sendRedirect("/logga-in?okand");
    }
}
