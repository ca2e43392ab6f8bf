create table plans.pilot_municipality (
    -- A principal's code.
    municipality text not null,
    since        date not null,
    until        date,
    support      text not null,
    primary key (municipality, since),
    check (until is null or until >= since)
);

create table plans.spread (
    id             uuid primary key,
    from_principal text not null,
    to_principal   text not null,
    what           text not null,
    day            date not null,
    check (from_principal <> to_principal)
);
