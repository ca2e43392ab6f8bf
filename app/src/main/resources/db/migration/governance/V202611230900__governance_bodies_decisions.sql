create schema if not exists governance;

-- A body stays when a package no longer has it and a decision of its was recorded here: it has then ended.
create table governance.body (
    code text primary key,
    position integer not null,
    name text not null,
    other_names text[] not null,
    kind text not null,
    standing text not null,
    system_leadership boolean not null,
    principal text,
    parent text,
    escalation text[] not null,
    valid_to date,
    belongs_to text,
    composition text[] not null,
    composition_interpreted boolean not null,
    led_by text[] not null,
    support text[] not null,
    mandates text[] not null,
    mandates_interpreted boolean not null,
    meets text,
    meets_note text,
    period text,
    note text,
    sources text[] not null
);

create table governance.seat (
    body text not null references governance.body (code) on delete cascade,
    position integer not null,
    code text,
    organisation text,
    role text not null,
    holders integer,
    adjunct boolean not null,
    held_from text,
    held_until text,
    primary key (body, position)
);

create table governance.leadership (
    text text not null,
    responsible_for text[] not null,
    must_not_steer text[] not null,
    should_consist_of text[] not null,
    levels text[] not null,
    sources text[] not null
);

create unique index leadership_once on governance.leadership ((true));

create table governance.structure (
    position integer primary key,
    title text not null,
    chain text[] not null,
    escalation text[] not null,
    advisory text[] not null,
    sources text[] not null
);

-- recorded_at is null for what came with the package, which replaces it; what people recorded stays.
create table governance.decision (
    id uuid primary key,
    body text references governance.body (code),
    principal text,
    board text,
    day date not null,
    paragraph text,
    registration_number text,
    form text not null,
    outcome text not null,
    heading text not null,
    note text,
    escalation text[] not null,
    sources text[] not null,
    version integer not null default 0,
    recorded_by text,
    recorded_at timestamptz
);

create unique index decision_heading_once
    on governance.decision (body, coalesce(principal, ''), coalesce(board, ''), day, lower(heading))
    where recorded_at is not null;
create unique index decision_paragraph_once
    on governance.decision (body, coalesce(principal, ''), coalesce(board, ''), day, paragraph)
    where recorded_at is not null and paragraph is not null;
create index decision_day on governance.decision (day);

create table governance.occasion (
    position integer primary key,
    day date not null,
    body text not null,
    kind text not null,
    text text not null,
    sources text[] not null
);
