-- Who is logged in, the same for every copy of the application. The browser holds the secret; here is only its SHA-256.
create table access.session (
    secret_hash  text primary key,
    -- Null while a login goes on somewhere else.
    account      uuid references access.account,
    -- As the account's was when the session began.
    stamp        uuid,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    -- What a login that goes on must remember until its next step.
    memory       bytea,
    check ((account is null) = (stamp is null))
);

create index session_account on access.session (account, last_seen_at);

create index session_last_seen on access.session (last_seen_at);

-- How many logins a network address has failed with of late, by its SHA-256. A crash may forget them.
create unlogged table access.address_failure (
    address_hash text primary key,
    window_ends  timestamptz not null,
    failures     int         not null
);

create index address_failure_window on access.address_failure (window_ends);
