create schema if not exists plans;

create table plans.plan (
    id         uuid primary key,
    shape      text   not null check (shape in ('REGIONAL', 'LOCAL', 'PILOT', 'COMMUNICATION')),
    title      text   not null,
    context    text   not null,
    first_day  date   not null,
    last_day   date   not null,
    state      text   not null check (state in ('DRAFT', 'AGREED', 'ADOPTED', 'UNDER_REVIEW', 'ENDED')),
    -- Actors beside the principals: they take part and do not sign.
    others     text[] not null,
    -- Grows by each change, so that two who change at once are told.
    version    bigint not null,
    check (last_day >= first_day)
);

create table plans.party (
    plan      uuid not null references plans.plan,
    -- A principal's code.
    principal text not null,
    place     int  not null,
    agreed    date,
    withdrew  date,
    primary key (plan, principal),
    check (agreed is null or withdrew is null)
);

create index party_principal on plans.party (principal);

create table plans.activity (
    id          uuid primary key,
    plan        uuid   not null references plans.plan,
    owner       text   not null,
    unit        text,
    title       text   not null,
    lead        text   not null,
    who         text   not null,
    -- As far as they are known: 2026-03-01, 2026-03, 2026-Q1, 2026-S1 (spring) or 2026; null while not set.
    begins      text,
    ends        text,
    how         text   not null,
    by_whom     text   not null,
    follow_up   text   not null,
    -- Codes, in their order.
    sub_goals   text[] not null,
    key_figures text[] not null,
    state       text   not null check (state in ('PLANNED', 'STARTED', 'INTRODUCED', 'SUSTAINED')),
    mark        text check (mark in ('LATE', 'PAUSED', 'ENDED')),
    reason      text   not null,
    version     bigint not null,
    -- A mark always has its why.
    check ((mark is null) = (reason = ''))
);

create index activity_plan on plans.activity (plan);
create index activity_owner on plans.activity (owner);
create index activity_unit on plans.activity (unit) where unit is not null;
