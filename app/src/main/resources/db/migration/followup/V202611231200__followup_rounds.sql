create schema if not exists followup;

create table followup.round (
    id       uuid primary key,
    -- The year that is followed up.
    year     int    not null check (year between 2000 and 2200),
    name     text   not null,
    opens    date   not null,
    -- The last day for answers.
    closes   date   not null,
    state    text   not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    -- The day of the latest reminder, and how many got it.
    reminded date,
    told     int    not null,
    -- Grows by each change, so that two who change at once are told.
    version  bigint not null,
    check (closes >= opens),
    check ((reminded is null) = (told = 0)),
    unique (year, name)
);

-- What a round has asked: kept with its first answer, and all of it once the round is closed.
create table followup.asked (
    round      uuid    not null references followup.round,
    -- An activity's or a plan's id.
    subject    uuid    not null,
    kind       text    not null check (kind in ('ACTIVITY', 'PLAN')),
    title      text    not null,
    href       text    not null,
    plan_title text    not null,
    -- The principals that answer; none for the county's own plan.
    owners     text[]  not null,
    unit       text,
    countys    boolean not null,
    sub_goals  text[]  not null,
    primary key (round, subject)
);

create table followup.answer (
    round         uuid    not null,
    subject       uuid    not null,
    state         text    not null check (state in ('DRAFT', 'SENT')),
    done          text    not null,
    result        text    not null,
    lessons       text    not null,
    success       text    not null,
    challenge     text    not null,
    again         text    not null,
    goes_on       text    not null,
    -- The sub-goals that were judged, and how each fares.
    goals         text[]  not null,
    progress      text[]  not null,
    structure     boolean not null,
    culture       boolean not null,
    offered       boolean not null,
    -- The day it was shown to everyone as a good result.
    published     date,
    -- The day it was last sent.
    sent          date,
    by_name       text    not null,
    version       bigint  not null,
    primary key (round, subject),
    foreign key (round, subject) references followup.asked,
    check ((state = 'SENT') = (sent is not null)),
    check (published is null or state = 'SENT' and offered),
    check (cardinality(goals) = cardinality(progress))
);

create index answer_subject on followup.answer (subject);
