package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;

/** External login by configuration alone. */
@PagesTest
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.lan.client-name=Länets inloggning",
            "spring.security.oauth2.client.registration.lan.client-id=fardplan",
            "spring.security.oauth2.client.registration.lan.client-secret=hemligt",
            "spring.security.oauth2.client.registration.lan.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.registration.lan.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
            "spring.security.oauth2.client.registration.lan.scope=openid,email",
            "spring.security.oauth2.client.provider.lan.authorization-uri=https://idp.example.org/authorize",
            "spring.security.oauth2.client.provider.lan.token-uri=https://idp.example.org/token",
            "spring.security.oauth2.client.provider.lan.jwk-set-uri=https://idp.example.org/keys",
            "spring.security.oauth2.client.provider.lan.user-name-attribute=sub"
        })
class ExternalLoginPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    ExternalLogin external;

    private String landing(String email, boolean verified) throws Exception {
        OidcIdToken token = new OidcIdToken(
                "x",
                Instant.now(),
                Instant.now().plusSeconds(60),
                Map.of("sub", "1", "email", email, "email_verified", verified));
        MockHttpServletResponse response = new MockHttpServletResponse();
        external.onAuthenticationSuccess(
                new MockHttpServletRequest(),
                response,
                UsernamePasswordAuthenticationToken.authenticated(
                        new DefaultOidcUser(List.of(), token), null, List.of()));
        return response.getRedirectedUrl();
    }

    @Test
    void offersTheOtherWayIn() {
        assertThat(pages.get().uri("/logga-in"))
                .bodyText()
                .contains("Logga in med Länets inloggning", "/oauth2/authorization/lan");
        assertThat(pages.get()
                        .uri("/oauth2/authorization/lan")
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("https://idp.example.org/authorize?");
    }

    @Test
    void letsInOnlyAnOpenAccountWithAVerifiedAddress() throws Exception {
        String email = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Bo Ek", List.of("head"), "tre gröna cyklar vid Siljan");
        assertThat(landing(email, true)).isEqualTo("/att-gora");
        assertThat(landing(email, false)).isEqualTo("/logga-in?okand");
        assertThat(landing("nagon.annan@example.org", true)).isEqualTo("/logga-in?okand");
        accounts.disable(CurrentUser.console(), email);
        assertThat(landing(email, true)).isEqualTo("/logga-in?okand");
    }
}
