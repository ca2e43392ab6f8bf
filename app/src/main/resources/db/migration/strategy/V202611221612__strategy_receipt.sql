-- A manager has received the roadmap for a unit, or for a whole organisation where the role is held for that.
create table strategy.receipt (
    version text        not null,
    place   text        not null,
    person  uuid        not null,
    name    text        not null,
    at      timestamptz not null,
    primary key (version, place)
);
