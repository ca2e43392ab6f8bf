package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** The external logins that the settings {@code spring.security.oauth2.client.*} name (externa inloggningar). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ExternalProviders {

    /** Their names on the login page, by their ids. */
    static Map<String, String> names(OAuth2ClientProperties settings) {
        Map<String, String> names = new LinkedHashMap<>();
        settings.getRegistration().forEach((id, one) -> {
            String name = one.getClientName();
            names.put(id, name == null ? id : name);
        });
        return names;
    }

    /** Each is asked where it lives when someone first logs in by it: a start waits for none of them. */
    @Bean
    ClientRegistrationRepository providers(OAuth2ClientProperties settings, ProviderCalls calls) {
        Map<String, ClientRegistration> known = new ConcurrentHashMap<>();
        return id -> settings.getRegistration().containsKey(id)
                ? known.computeIfAbsent(id, one -> found(one, settings, calls))
                : null;
    }

    private static ClientRegistration found(String id, OAuth2ClientProperties settings, ProviderCalls calls) {
        OAuth2ClientProperties alone = new OAuth2ClientProperties();
        alone.getProvider().putAll(settings.getProvider());
        alone.getRegistration()
                .put(id, Objects.requireNonNull(settings.getRegistration().get(id)));
        String name = alone.getRegistration().get(id).getProvider();
        OAuth2ClientProperties.Provider provider = settings.getProvider().get(name == null ? id : name);
        if (provider != null && provider.getIssuerUri() != null) {
            calls.demandAnswer(provider.getIssuerUri());
        }
        return Objects.requireNonNull(
                new OAuth2ClientPropertiesMapper(alone).asClientRegistrations().get(id));
    }

    @Bean
    ProviderCalls providerCalls() {
        return new ProviderCalls(ProviderCalls.PATIENCE);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> providerTokens(ProviderCalls calls) {
        return calls.tokens();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> providerKeys(ProviderCalls calls) {
        return calls.keys();
    }

    @Bean
    OidcUserService providerUsers(ProviderCalls calls) {
        return calls.users();
    }

    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new NoTokens();
    }

    /** Who someone is is all that is asked for: the tokens are kept nowhere. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String login, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String login, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
