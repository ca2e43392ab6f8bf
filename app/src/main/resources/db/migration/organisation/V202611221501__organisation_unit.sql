-- A unit of a principal, or another actor (no principal). What it is called and where it stands may change from a day.
create table organisation.unit (
    code        text primary key,
    merged_into text references organisation.unit,
    -- Grows by each change, so that two who change at once are told.
    version     bigint not null
);

create unique index unit_code on organisation.unit (lower(code));

create table organisation.unit_period (
    unit        text not null references organisation.unit,
    valid_from  date not null,
    -- The last day, null while it goes on.
    valid_until date,
    name        text not null,
    kind        text not null,
    principal   text references organisation.principal (code),
    parent      text references organisation.unit,
    responsible text not null,
    primary key (unit, valid_from),
    check (valid_until >= valid_from)
);

create table organisation.unit_alias (
    unit text not null references organisation.unit,
    name text not null,
    primary key (unit, name)
);
