-- A passkey of an account: what is needed to know its signature again.
create table access.passkey (
    id              uuid primary key,
    credential      bytea       not null unique,
    account         uuid        not null references access.account,
    name            text        not null,
    public_key      bytea       not null,
    -- Grows with each login where the authenticator counts; 0 for ever where it does not.
    sign_count      bigint      not null,
    verified        boolean     not null,
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    attestation     bytea       not null,
    client_data     bytea       not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index passkey_account on access.passkey (account);

-- What a browser has been asked to sign: good for one answer, for a few minutes. Nothing to keep after a crash.
create unlogged table access.passkey_challenge (
    token_hash text primary key,
    challenge  bytea       not null,
    -- Who is adding a key; null for a login.
    account    uuid,
    expires_at timestamptz not null
);
