package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;

/** A login provider that takes the call and never answers. */
@PagesTest
@Import(SilentProviderPagesTests.Impatient.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SilentProviderPagesTests {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    private static final String REGISTRATION = "spring.security.oauth2.client.registration.lan.";
    private static final ServerSocket SILENT = listen();

    @Autowired
    MockMvcTester pages;

    @Autowired
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;

    @Autowired
    JwtDecoderFactory<ClientRegistration> keys;

    @Autowired
    OidcUserService users;

    @TestConfiguration
    static class Impatient {

        @Bean
        @Primary
        ProviderCalls impatientCalls() {
            return new ProviderCalls(Duration.ofMillis(200));
        }
    }

    /** The system takes each connection; no one here reads from it. */
    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + SILENT.getLocalPort() + path;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.client.provider.lan.issuer-uri", () -> address(""));
        Map.of("client-name", "Länet", "client-id", "fardplan", "client-secret", "hemligt", "scope", "openid")
                .forEach((name, value) -> settings.add(REGISTRATION + name, () -> value));
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    @Test
    void isToldOfWhenTheLoginBegins() {
        assertThat(pages.get().uri("/oauth2/authorization/lan")).hasStatus(302).hasRedirectedUrl("/logga-in?tyst");
        assertThat(pages.get().uri("/logga-in").param("tyst", ""))
                .hasStatusOk()
                .bodyText()
                .contains("role=\"alert\"", "svarar inte", "logga in med lösenord");
    }

    @Test
    void isNotWaitedForByAnyLaterCall() {
        assertSilence(() -> tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                registration(), new OAuth2AuthorizationExchange(request(), response()))));
        assertSilence(() -> keys.createDecoder(registration()).decode(TOKEN));
        assertSilence(() -> users.loadUser(asked()));
    }

    private static void assertSilence(Runnable call) {
        Instant before = Instant.now();
        assertThatThrownBy(call::run)
                .satisfies(failure -> assertThat(ProviderCalls.isSilence(Objects.requireNonNull(failure)))
                        .isTrue());
        assertThat(Duration.between(before, Instant.now())).isLessThan(ProviderCalls.PATIENCE);
    }

    private static ClientRegistration registration() {
        return ClientRegistration.withRegistrationId("lan")
                .clientId("fardplan")
                .clientSecret("hemligt")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://fardplan.example.org/login/oauth2/code/lan")
                .scope("openid")
                .authorizationUri(address("/authorize"))
                .tokenUri(address("/token"))
                .jwkSetUri(address("/keys"))
                .userInfoUri(address("/user"))
                .userNameAttributeName("sub")
                .build();
    }

    private static OAuth2AuthorizationRequest request() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(address("/authorize"))
                .clientId("fardplan")
                .redirectUri("https://fardplan.example.org/login/oauth2/code/lan")
                .state("s")
                .build();
    }

    private static OAuth2AuthorizationResponse response() {
        return OAuth2AuthorizationResponse.success("code")
                .redirectUri("https://fardplan.example.org/login/oauth2/code/lan")
                .state("s")
                .build();
    }

    private static OidcUserRequest asked() {
        Instant now = Instant.now();
        OAuth2AccessToken access =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "t", now, now.plusSeconds(60));
        OidcIdToken id = new OidcIdToken("x", now, now.plusSeconds(60), Map.of("sub", "1", "scopes", List.of()));
        return new OidcUserRequest(registration(), access, id);
    }
}
