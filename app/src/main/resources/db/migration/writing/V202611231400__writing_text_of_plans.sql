create schema if not exists writing;

-- From the county package: how a plan of each shape is put together.
create table writing.template (
    shape   text  primary key check (shape in ('REGIONAL', 'LOCAL', 'PILOT', 'COMMUNICATION')),
    content jsonb not null
);

-- From the county package: other work that a plan takes account of.
create table writing.initiative (
    code    text   primary key,
    place   int    not null,
    name    text   not null,
    text    text   not null,
    sources text[] not null
);

-- A section of a plan's text. Never changed: what is saved anew is a new edition of the plan.
create table writing.passage (
    plan       uuid        not null,
    -- Counts the plan's editions from 1; an edition differs from the one before in one section.
    edition    int         not null check (edition > 0),
    section    text        not null,
    content    jsonb       not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (plan, edition)
);

create index passage_section on writing.passage (plan, section, edition desc);

-- What a plan's document says beside its text.
create table writing.frame (
    plan         uuid   primary key,
    -- A body's code.
    sender       text,
    target_areas text[] not null,
    -- Codes of initiatives.
    initiatives  text[] not null,
    -- Decisions of the room governance.
    decisions    uuid[] not null,
    -- Why the plan may be longer than the template wants it; empty while it need not be.
    long_because text   not null,
    version      bigint not null
);

create table writing.link (
    plan    uuid not null,
    place   int  not null,
    title   text not null,
    address text not null,
    primary key (plan, place)
);

-- Where in the plan an activity stands, and what it asks for.
create table writing.placement (
    activity  uuid primary key,
    plan      uuid not null,
    section   text not null,
    resources text not null,
    level     text check (level in ('COUNTY', 'PRINCIPAL', 'UNIT'))
);

create index placement_plan on writing.placement (plan);

-- The yearly review, once it is done.
create table writing.review (
    plan uuid not null,
    year int  not null,
    done date not null,
    note text not null,
    primary key (plan, year)
);
