create schema if not exists access;

create table access.account (
    id              uuid primary key,
    email           text        not null,
    name            text        not null,
    password        text        not null,
    created_at      timestamptz not null,
    disabled_at     timestamptz,
    failed_attempts int         not null default 0,
    locked_until    timestamptz,
    -- Changes when every session of the account must end.
    stamp           uuid        not null,
    last_login_at   timestamptz
);

create unique index account_email on access.account (lower(email));

create table access.role_grant (
    id           uuid primary key,
    account      uuid not null references access.account,
    role         text not null,
    organisation text,
    valid_from   date not null,
    -- The last day, null while it goes on.
    valid_until  date,
    check (valid_until >= valid_from)
);

create index role_grant_account on access.role_grant (account);

-- A browser that has logged in to the account before: a stranger's failures do not lock it out.
create table access.device (
    token_hash      text primary key,
    account         uuid        not null references access.account,
    failed_attempts int         not null default 0,
    locked_until    timestamptz,
    last_used_at    timestamptz not null
);

create index device_account on access.device (account);

create table access.audit_entry (
    seq           bigint primary key,
    at            timestamptz not null,
    actor         uuid        not null,
    actor_name    text        not null,
    act           text        not null,
    subject       text        not null,
    detail        text        not null,
    previous_hash text        not null,
    hash          text        not null
);

create index audit_entry_at on access.audit_entry (at);

-- How long the chain is and how it ends, in one row: locked by each writer, so that the chain is one line.
create table access.audit_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null,
    hash     text   not null
);

insert into access.audit_head (seq, hash) values (0, repeat('0', 64));

-- The application may add to the log and read it. Default privileges have given it more.
do $$
declare
    holder text;
begin
    for holder in
        select distinct grantee::regrole::text
        from pg_catalog.pg_class, aclexplode(relacl)
        where oid in ('access.audit_entry'::regclass, 'access.audit_head'::regclass)
          and grantee not in (0, relowner)
    loop
        execute format('revoke update, delete, truncate on access.audit_entry from %s', holder);
        execute format('revoke insert, delete, truncate on access.audit_head from %s', holder);
    end loop;
end
$$;
