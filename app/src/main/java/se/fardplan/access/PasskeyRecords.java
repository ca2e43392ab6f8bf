package se.fardplan.access;

import java.io.Serial;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import se.fardplan.Refusal;

/**
 * The passkeys as the WebAuthn library asks for them.
 *
 * <p>The library holds a signature's count against the one from when the key was made; here it is held against the last one.
 */
final class PasskeyRecords implements UserCredentialRepository {

    private final PasskeyStore store;

    /** A key whose count has not grown: someone has a copy of it (räknare som gått bakåt). */
    static final class CountWentBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final UUID account;

        CountWentBack(UUID account) {
            super("the passkey's count has not grown");
            this.account = account;
        }

        UUID account() {
            return account;
        }
    }

    PasskeyRecords(PasskeyStore store) {
        this.store = store;
    }

    /** A new key, or the use of a known one; {@code ACC-066} when some account has the new one already. */
    @Override
    public void save(CredentialRecord key) {
        PasskeyStore.Kept known = store.find(key.getCredentialId().getBytes()).orElse(null);
        if (known == null) {
            if (!store.add(kept(key))) {
                throw new Refusal("ACC-066");
            }
        } else if (!store.noteUse(known.credential(), key.getSignatureCount(), key.getLastUsed())) {
            throw new CountWentBack(known.account());
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return store.find(id.getBytes()).map(PasskeyRecords::credential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return store.list(RelyingParty.account(owner)).stream()
                .map(PasskeyRecords::credential)
                .toList();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a key is removed by its owner");
    }

    static Set<AuthenticatorTransport> transports(List<String> words) {
        return words.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }

    private static PasskeyStore.Kept kept(CredentialRecord key) {
        Bytes attestation = key.getAttestationObject();
        Bytes clientData = key.getAttestationClientDataJSON();
        if (attestation == null || clientData == null) {
            throw new IllegalArgumentException("expected an attestation, found none");
        }
        return new PasskeyStore.Kept(
                UUID.randomUUID(),
                key.getCredentialId().getBytes(),
                RelyingParty.account(key.getUserEntityUserId()),
                key.getLabel(),
                key.getPublicKey().getBytes(),
                key.getSignatureCount(),
                key.isUvInitialized(),
                key.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .toList(),
                key.isBackupEligible(),
                key.isBackupState(),
                attestation.getBytes(),
                clientData.getBytes(),
                key.getCreated(),
                null);
    }

    private static CredentialRecord credential(PasskeyStore.Kept key) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(key.credential()))
                .userEntityUserId(RelyingParty.handle(key.account()))
                .publicKey(new ImmutablePublicKeyCose(key.publicKey()))
                .signatureCount(key.signCount())
                .uvInitialized(key.verified())
                .transports(transports(key.transports()))
                .backupEligible(key.backupEligible())
                .backupState(key.backedUp())
                .attestationObject(new Bytes(key.attestation()))
                .attestationClientDataJSON(new Bytes(key.clientData()))
                .created(key.createdAt())
                .lastUsed(key.lastUsedAt() == null ? key.createdAt() : key.lastUsedAt())
                .label(key.name())
                .build();
    }
}
