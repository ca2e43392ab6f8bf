package se.fardplan.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** The accounts as the WebAuthn library asks for them (nycklarnas ägare); it makes and drops none. */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final AccountStore accounts;

    PasskeyOwners(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return accounts.find(RelyingParty.account(id))
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    /** @param username the account's number, the name of one who is logged in */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.find(UUID.fromString(username))
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("an account is made by an invitation");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("an account is closed by an administrator");
    }

    private static PublicKeyCredentialUserEntity entity(AccountStore.Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(RelyingParty.handle(account.id()))
                .name(account.email())
                .displayName(account.name())
                .build();
    }
}
