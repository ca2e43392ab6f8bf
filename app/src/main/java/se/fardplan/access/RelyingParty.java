package se.fardplan.access;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebAuthn as this house uses it (förlitande part): keys that name their owner by themselves and always ask who holds them.
 *
 * <p>Made when the first visitor uses a passkey, since its library takes its time. What does not hold is answered with the
 * library's own exceptions.
 */
@Lazy
@Component
class RelyingParty {

    /** How long a browser has to answer. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PasskeyStore store;
    private final PublicKeyCredentialRpEntity self;
    private final WebAuthnRelyingPartyOperations operations;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    RelyingParty(PasskeyStore store, AccountStore accounts, Environment settings, Texts texts) {
        KeyAddress address = KeyAddress.of(settings)
                .orElseThrow(() -> new IllegalStateException("expected an address for passkeys; ask isOffered first"));
        this.store = store;
        this.self = PublicKeyCredentialRpEntity.builder()
                .id(address.host())
                .name(texts.of("passkey.house"))
                .build();
        PasskeyOwners owners = new PasskeyOwners(accounts);
        this.operations =
                new Webauthn4JRelyingPartyOperations(owners, new PasskeyRecords(store), self, Set.of(address.origin()));
    }

    /** What a browser is asked when a key is to be made, as its script reads it. */
    String creation(AccountStore.Account account, byte[] challenge) {
        return json.writeValueAsString(creationOptions(account, challenge));
    }

    /** What a browser is asked when someone logs in with any key of theirs. */
    String request(byte[] challenge) {
        return json.writeValueAsString(requestOptions(challenge));
    }

    /** Saves the key in {@code answer}, when it was made for this question at this address. */
    void register(AccountStore.Account account, byte[] challenge, String name, String answer) {
        PublicKeyCredential<AuthenticatorAttestationResponse> key =
                json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
        operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                creationOptions(account, challenge), new RelyingPartyPublicKey(key, name)));
    }

    /** Whose key has signed the question. */
    UUID authenticate(byte[] challenge, String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> key =
                json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
        Bytes owner = operations
                .authenticate(new RelyingPartyAuthenticationRequest(requestOptions(challenge), key))
                .getId();
        Bytes said = key.getResponse().getUserHandle();
        if (said != null && !said.equals(owner)) {
            throw new IllegalArgumentException("the key names another owner than the one it was kept for");
        }
        return account(owner);
    }

    private PublicKeyCredentialCreationOptions creationOptions(AccountStore.Account account, byte[] challenge) {
        List<PublicKeyCredentialDescriptor> known = store.list(account.id()).stream()
                .map(key -> PublicKeyCredentialDescriptor.builder()
                        .type(PublicKeyCredentialType.PUBLIC_KEY)
                        .id(new Bytes(key.credential()))
                        .transports(PasskeyRecords.transports(key.transports()))
                        .build())
                .toList();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(self)
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(account.id()))
                        .name(account.email())
                        .displayName(account.name())
                        .build())
                .challenge(new Bytes(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(PATIENCE)
                .excludeCredentials(known)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private PublicKeyCredentialRequestOptions requestOptions(byte[] challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(self.getId())
                .challenge(new Bytes(challenge))
                .timeout(PATIENCE)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** How an authenticator knows the account: by its number, which says nothing of the person. */
    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
