package se.fardplan;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A real OpenID provider on a free port (inloggningstjänst): Spring Authorization Server with people whose claims change. */
final class LoginProvider implements AutoCloseable {

    static final String PASSWORD = "hemligt hos den andra";
    private static final String CLIENT_SECRET = "fardplans-hemlighet";

    private final AnnotationConfigServletWebServerApplicationContext spring;

    private LoginProvider(AnnotationConfigServletWebServerApplicationContext spring) {
        this.spring = spring;
    }

    static LoginProvider start() {
        return new LoginProvider(new AnnotationConfigServletWebServerApplicationContext(House.class));
    }

    /** What an installation's own file would say to log in here. */
    Map<String, Object> settings() {
        String client = "spring.security.oauth2.client.registration.lan.";
        return Map.of(
                client + "client-name",
                "Länets inloggning",
                client + "client-id",
                "fardplan",
                client + "client-secret",
                CLIENT_SECRET,
                client + "scope",
                "openid,profile,email",
                "spring.security.oauth2.client.provider.lan.issuer-uri",
                address());
    }

    /** Lets the application at {@code address} log people in. */
    void know(String address) {
        spring.getBean(InMemoryRegisteredClientRepository.class)
                .save(client("fardplan", address + "/login/oauth2/code/lan"));
    }

    /** Someone who may log in here, and what is said of them from now on. */
    void person(String name, Map<String, Object> claims) {
        InMemoryUserDetailsManager people = spring.getBean(InMemoryUserDetailsManager.class);
        if (!people.userExists(name)) {
            people.createUser(User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .authorities(List.of())
                    .build());
        }
        spring.getBean(Claims.class).byPerson().put(name, claims);
    }

    String address() {
        return "http://localhost:" + spring.getWebServer().getPort();
    }

    @Override
    public void close() {
        spring.close();
    }

    private static RegisteredClient client(String id, String redirect) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + (id.equals("fardplan") ? CLIENT_SECRET : id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(true)
                        .build())
                .build();
    }

    private record Claims(Map<String, Map<String, Object>> byPerson) {}

    @EnableWebMvc
    @EnableWebSecurity
    static class House {

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcher() {
            return new DispatcherServlet();
        }

        @Bean
        Claims claims() {
            return new Claims(new ConcurrentHashMap<>());
        }

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(client("nobody", "http://localhost/"));
        }

        @Bean
        InMemoryUserDetailsManager people() {
            return new InMemoryUserDetailsManager();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokens(Claims claims) {
            return context -> {
                if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    claims.byPerson()
                            .getOrDefault(context.getPrincipal().getName(), Map.of())
                            .forEach((name, value) -> context.getClaims().claim(name, value));
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            KeyPair pair = maker.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("one")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder tokensRead(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }
    }
}
