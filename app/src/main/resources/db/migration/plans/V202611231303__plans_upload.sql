-- A file of a plan's activities between its preview and its saving.
create table plans.upload (
    id        uuid primary key,
    plan      uuid        not null references plans.plan,
    person    uuid        not null,
    file_name text        not null,
    content   bytea       not null,
    at        timestamptz not null
);

create index upload_at on plans.upload (at);
