create schema if not exists people;

-- A link in a mail: whoever has it has read the mail. Only its hash is kept.
create table people.ticket (
    token_hash text primary key,
    person     uuid        not null,
    purpose    text        not null check (purpose in ('INVITATION', 'PASSWORD', 'ADDRESS')),
    -- The address it was sent to.
    email      text        not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index ticket_person on people.ticket (person, purpose, made_at);

-- A file between its preview and its saving.
create table people.upload (
    id        uuid primary key,
    register  text        not null,
    person    uuid        not null,
    file_name text        not null,
    content   bytea       not null,
    at        timestamptz not null
);

create index upload_at on people.upload (at);
