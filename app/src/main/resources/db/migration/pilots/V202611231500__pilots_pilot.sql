create schema if not exists pilots;

-- Beside a plan of the room plans, with its id. A pilot plan without a row here has only its plan so far.
create table pilots.pilot (
    plan           uuid primary key,
    -- The package's; null for a pilot that was laid up on the pages.
    code           text unique,
    programme      text   not null default '',
    note           text   not null default '',
    overlap        text   not null default '',
    learning       text   not null default '',
    support        text[] not null default '{}',
    functions      text[] not null default '{}',
    prestudy       text[] not null default '{}',
    decision_note  text   not null default '',
    steering_group text,
    sources        text[] not null default '{}',
    state          text   not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'ENDED')),
    started        date,
    ended          date,
    outcome        text   not null default '',
    version        bigint not null default 0,
    check ((state = 'PLANNED') = (started is null)),
    check ((state = 'ENDED') = (ended is not null))
);

create table pilots.need_level (
    plan       uuid not null references pilots.pilot (plan),
    number     int  not null,
    -- From the top of the pyramid; the number says nothing of more or less.
    rank       int  not null,
    name       text not null,
    other_name text,
    sources    text[] not null,
    primary key (plan, number)
);

create table pilots.step (
    plan        uuid not null references pilots.pilot (plan),
    code        text not null,
    position    int  not null,
    kind        text not null check (kind in ('STEP', 'TRACK')),
    name        text not null,
    text        text not null default '',
    from_month  date not null,
    until_month date not null,
    need_levels int[] not null default '{}',
    operation   date,
    note        text not null default '',
    sources     text[] not null default '{}',
    version     bigint not null default 0,
    primary key (plan, code),
    check (until_month >= from_month)
);

create table pilots.precondition (
    plan     uuid not null references pilots.pilot (plan),
    position int  not null,
    text     text not null,
    met_on   date,
    met_by   text,
    words    text not null default '',
    version  bigint not null default 0,
    primary key (plan, position),
    check ((met_on is null) = (met_by is null))
);

create table pilots.strategy (
    plan     uuid not null references pilots.pilot (plan),
    code     text not null,
    position int  not null,
    name     text not null,
    primary key (plan, code)
);

-- What a pilot says of an activity beside its plan's words.
create table pilots.placement (
    activity    uuid primary key,
    plan        uuid not null references pilots.pilot (plan),
    strategy    text,
    code        text   not null default '',
    leadership  text[] not null default '{}',
    steps       text[] not null default '{}',
    schedule    text   not null default '',
    -- Why its days cannot be relied on; empty when they can.
    uncertain   text   not null default '',
    notes       text[] not null default '{}',
    sources     text[] not null default '{}',
    version     bigint not null default 0,
    foreign key (plan, strategy) references pilots.strategy (plan, code)
);

create index placement_plan on pilots.placement (plan);

-- The learning log: one small test of one hypothesis.
create table pilots.trial (
    id         uuid primary key,
    plan       uuid not null references pilots.pilot (plan),
    hypothesis text not null,
    test       text not null default '',
    place      text not null default '',
    step       text,
    activity   uuid,
    -- The one whose lesson led to this.
    follows    uuid references pilots.trial (id),
    from_day   date,
    until_day  date,
    state      text not null default 'IDEA' check (state in ('IDEA', 'TESTING', 'CLOSED', 'DECIDED')),
    closed     date,
    data       text not null default '',
    lesson     text not null default '',
    verdict    text check (verdict in ('ADAPT', 'STOP', 'SPREAD')),
    because    text not null default '',
    decided    date,
    -- Bodies: who decided, and where the matter went on.
    body       text,
    escalated  text,
    -- A decision of a body that rests on the lesson.
    decision   uuid,
    made_by    text not null,
    version    bigint not null default 0,
    check ((state = 'DECIDED') = (verdict is not null)),
    check ((state = 'DECIDED') = (decided is not null)),
    -- What is spread has been tried to its end.
    check (verdict is distinct from 'SPREAD' or closed is not null)
);

create index trial_plan on pilots.trial (plan);

create table pilots.note (
    id         uuid primary key,
    plan       uuid not null references pilots.pilot (plan),
    kind       text not null check (kind in
        ('FOCUS_GROUP', 'COMPETENCE', 'GOVERNANCE_CHANGE', 'INQUIRY', 'SUPPORT', 'EVENT', 'LEARNING_MEETING', 'QUESTION')),
    title      text not null,
    day        date,
    until_day  date,
    need_level int,
    -- Residents who take part: how many, never who.
    residents  int check (residents >= 0),
    -- What the kind asks for, by the names of the fields, and their texts in the same order.
    fields     text[] not null,
    texts      text[] not null,
    decision   uuid,
    version    bigint not null default 1
);

create index note_plan on pilots.note (plan, kind);

create table pilots.agreement (
    id      uuid primary key,
    plan    uuid not null references pilots.pilot (plan),
    title   text not null,
    text    text not null,
    parties text[] not null,
    ended   date,
    version bigint not null default 1
);

create index agreement_plan on pilots.agreement (plan);

create table pilots.signature (
    agreement uuid not null references pilots.agreement (id),
    principal text not null,
    day       date not null,
    by        text not null,
    primary key (agreement, principal)
);
