create schema if not exists watch;

-- The copies of the application that run, by what each tells twice a minute.
create table watch.copy (
    id         uuid primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);

-- What is wrong, and when it was first seen to be.
create table watch.finding (
    key   text primary key,
    since timestamptz not null
);

-- How the audit log's chain was the last time someone walked along it.
create table watch.audit_walk (
    only_one  boolean primary key default true check (only_one),
    walked_at timestamptz not null,
    entries   bigint      not null,
    findings  int         not null
);
