package se.fardplan.access;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The library's calls to a login provider, with a time after which no answer is waited for (anrop till inloggningen): it has
 * none of its own, and a provider that keeps silent would hold the one who logs in for ever.
 */
final class ProviderCalls {

    /** How long one answer may take; a login needs up to four. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();

    ProviderCalls(Duration patience) {
        requests.setConnectTimeout(patience);
        requests.setReadTimeout(patience);
    }

    /**
     * Returns when the provider answers, whatever it says: the library then asks it for its addresses with a patience that
     * cannot be set.
     *
     * @throws ResourceAccessException it does not
     */
    void demandAnswer(String issuer) {
        RestTemplate call = new RestTemplate(requests);
        call.execute(
                URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"),
                HttpMethod.GET,
                null,
                answer -> answer.getStatusCode());
    }

    /** Changes a code for tokens. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Judges a token as the library does, by the provider's keys; those are kept until one is met that is not among them. */
    JwtDecoderFactory<ClientRegistration> keys() {
        Map<String, JwtDecoder> known = new ConcurrentHashMap<>();
        return registration -> known.computeIfAbsent(registration.getRegistrationId(), id -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error("missing_signature_verifier"));
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /** Asks who someone is. */
    OidcUserService users() {
        DefaultOAuth2UserService asking = new DefaultOAuth2UserService();
        RestTemplate call = new RestTemplate(requests);
        call.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        asking.setRestOperations(call);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(asking);
        return users;
    }

    /** True when a login failed because the provider kept silent or was not there. */
    static boolean isSilence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(cause -> cause instanceof ResourceAccessException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof HttpTimeoutException);
    }
}
