create schema if not exists organisation;

-- The package that this database was made with and last read. One row.
create table organisation.loaded (
    key text primary key,
    version text not null,
    hash text not null,
    demo boolean not null,
    loaded_at timestamptz not null
);

create unique index loaded_once on organisation.loaded ((true));

create table organisation.county (
    key text primary key references organisation.loaded (key),
    name text not null,
    region_code text not null,
    group_code text
);

create table organisation.principal (
    code text primary key check (code ~ '^\d{4}$'),
    name text not null,
    kind text not null check (kind in ('MUNICIPALITY', 'REGION')),
    tile_column integer,
    tile_row integer,
    valid_from date,
    valid_to date,
    sources text[] not null
);

create table organisation.alias (
    name text not null,
    code text not null,
    kind text not null check (kind in ('PRINCIPAL', 'BODY')),
    official_name text not null,
    valid_from date,
    valid_to date,
    note text
);

create index alias_by_name on organisation.alias (lower(name));

create table organisation.document (
    key text primary key,
    position integer not null,
    file text unique,
    title text not null,
    title_interpreted boolean not null,
    kind text not null,
    owner text,
    status text not null,
    version text,
    printed_version text,
    valid_from date,
    valid_to date,
    registration_number text,
    link text,
    note text,
    former_titles text[] not null
);

create table organisation.abbreviation (
    short_form text primary key,
    long_form text not null,
    explanation text,
    interpreted boolean not null,
    sources text[] not null
);
