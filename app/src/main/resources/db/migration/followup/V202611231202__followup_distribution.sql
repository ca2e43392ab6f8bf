-- Plans that were sent to the units' managers, and who has said that it is received.
create table followup.sending (
    plan    uuid primary key,
    title   text not null,
    day     date not null,
    by_name text not null
);

create table followup.receipt (
    plan      uuid        not null references followup.sending,
    -- A unit's code, or the organisation's where its manager has no single unit.
    place     text        not null,
    principal text        not null,
    name      text        not null,
    at        timestamptz not null,
    primary key (plan, place)
);

-- What a unit makes of an activity: its own steps, which never change the plan's words.
create table followup.unit_step (
    id        uuid primary key,
    activity  uuid   not null,
    principal text   not null,
    unit      text,
    what      text   not null,
    when_done text   not null,
    by_whom   text   not null,
    state     text   not null check (state in ('PLANNED', 'STARTED', 'INTRODUCED', 'SUSTAINED')),
    version   bigint not null
);

create index unit_step_activity on followup.unit_step (activity);

-- The inventory: works linked to the transition that were reported under an earlier agreement.
create table followup.work (
    id        uuid primary key,
    title     text   not null,
    about     text   not null,
    -- MUNICIPALITY, REGION or JOINT.
    whose     text   not null check (whose in ('MUNICIPALITY', 'REGION', 'JOINT')),
    principal text,
    agreement text   not null,
    year      int    not null,
    -- It began before that year.
    earlier   boolean not null,
    obstacle  text   not null,
    version   bigint not null,
    check ((whose = 'JOINT') = (principal is null))
);
