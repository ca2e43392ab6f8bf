create schema if not exists assignments;

create table assignments.assignment (
    code      text primary key,
    position  int    not null,
    name      text   not null,
    purpose   text   not null,
    basis     text,
    sources   text[] not null,
    -- Tells whether the package says something else than last time.
    content   text   not null,
    -- The day that examples stand for; null where the days are real.
    shown_on  date,
    closed    date,
    closed_by text,
    closing   text,
    version   bigint not null default 0
);

create table assignments.passage (
    assignment text   not null references assignments.assignment (code),
    position   int    not null,
    kind       text   not null,
    code       text,
    title      text,
    text       text,
    note       text,
    from_day   date,
    until_day  date,
    bodies     text[] not null,
    items      text[] not null,
    sources    text[] not null,
    -- Null for what came with the package, which replaces it; what people wrote stays.
    made_by    text,
    primary key (assignment, position)
);

create table assignments.demand (
    assignment text   not null references assignments.assignment (code),
    code       text   not null,
    position   int    not null,
    kind       text   not null check (kind in ('PROCESS', 'PLAN')),
    text       text   not null,
    state      text   not null default 'OPEN' check (state in ('OPEN', 'MET', 'WAIVED')),
    evidence   text   not null default '',
    link       text,
    marked_by  text,
    marked_on  date,
    version    bigint not null default 0,
    primary key (assignment, code),
    -- What is met has its evidence, what is waived its reason.
    check ((state = 'OPEN') = (evidence = '')),
    check ((state = 'OPEN') = (marked_by is null)),
    check ((state = 'OPEN') = (marked_on is null))
);

create table assignments.delivery (
    assignment   text   not null references assignments.assignment (code),
    code         text   not null,
    position     int    not null,
    kind         text   not null check (kind in ('ACCOUNT', 'REPORT')),
    receiver     text   not null,
    text         text   not null,
    note         text,
    depends_on   text,
    day          date,
    -- True once people have set the day; the package then leaves it.
    day_set      boolean not null default false,
    handed_over  date,
    handed_what  text,
    handed_link  text,
    handed_by    text,
    verdict      text check (verdict in ('RECEIVED', 'REVISION_ASKED')),
    verdict_day  date,
    verdict_text text,
    verdict_by   text,
    version      bigint not null default 0,
    primary key (assignment, code),
    check ((handed_over is null) = (handed_what is null)),
    check (verdict is null or handed_over is not null),
    check ((verdict is null) = (verdict_day is null))
);

create table assignments.paper (
    id         uuid primary key,
    assignment text   not null references assignments.assignment (code),
    kind       text   not null check (kind in
        ('STEERING_ITEM', 'WORKING_GROUP', 'COMMUNICATION', 'WORKSHOP', 'DIALOGUE', 'OWNER_TASK')),
    title      text   not null,
    day        date,
    until_day  date,
    -- What the kind asks for beside its title, by the names of the fields, and their texts in the same order.
    fields     text[] not null,
    texts      text[] not null,
    decision   uuid,
    version    bigint not null default 1
);

create index paper_assignment on assignments.paper (assignment, kind);
