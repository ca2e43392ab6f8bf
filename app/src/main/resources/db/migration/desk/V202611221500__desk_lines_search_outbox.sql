create schema if not exists desk;

-- Trusted since PostgreSQL 13: the owner of the database may make it. Stands in public, which is on every search path.
create extension if not exists pg_trgm with schema public;

create table desk.line (
    key        text primary key,
    kind       text        not null check (kind in ('TODO', 'NEWS', 'COMING')),
    title      text        not null,
    detail     text,
    address    text        not null,
    day        date,
    scope      text[]      not null,
    -- When what it says last changed: the same line put again is no news.
    written_at timestamptz not null
);

create index line_scope on desk.line using gin (scope);

-- The days someone has looked at their desk: what came after the look before today's first is news.
create table desk.visit (
    account      uuid primary key,
    day          date        not null,
    looked_at    timestamptz not null,
    -- The last look of the day before; null on the first day.
    earlier_look timestamptz
);

create table desk.search_text (
    address text primary key,
    kind    text     not null,
    title   text     not null,
    body    text     not null,
    scope   text[]   not null,
    -- The title in plain small letters (a for å and ä), which is all that trigrams know in every locale.
    letters text     not null,
    words   tsvector not null
);

create index search_text_words on desk.search_text using gin (words);
create index search_text_letters on desk.search_text using gin (letters public.gin_trgm_ops);
create index search_text_scope on desk.search_text using gin (scope);

create table desk.letter (
    id              uuid primary key,
    recipient       text        not null,
    subject         text        not null,
    -- Blanked when a letter with a secret has been sent or given up.
    body            text,
    kind            text        not null,
    created_at      timestamptz not null,
    attempts        int         not null default 0,
    -- Null once it has been sent or given up.
    next_attempt_at timestamptz,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_error      text
);

create index letter_waiting on desk.letter (next_attempt_at, created_at) where next_attempt_at is not null;

-- As db-scheduler 16 wants it.
create table desk.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_task_execution_time on desk.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on desk.scheduled_task (last_heartbeat);
