create schema if not exists indicators;

-- One import of figures. What a vintage shows never changes: rows below carry the first vintage they hold for
-- (from_vintage) and the first they no longer hold for (to_vintage, null while they stand).
create table indicators.vintage (
    number bigint primary key check (number > 0),
    as_of date not null,
    imported_at timestamptz not null,
    imported_by text not null,
    kind text not null check (kind in ('files', 'api', 'example', 'hand')),
    sources text not null
);

-- Kolada's catalogue as last told. Titles keep their history.
create table indicators.indicator (
    id text primary key,
    title text not null,
    description text not null,
    divided_by_sex boolean,
    area_kind text check (area_kind in ('K', 'L', 'A')),
    auspice text,
    operating_area text,
    perspective text,
    preliminary_on date,
    published_on date,
    published_period text,
    has_units boolean,
    as_of date not null,
    vanished_in bigint references indicators.vintage deferrable initially deferred
);

create table indicators.indicator_title (
    id text not null references indicators.indicator,
    title text not null,
    from_vintage bigint not null references indicators.vintage deferrable initially deferred,
    to_vintage bigint references indicators.vintage deferrable initially deferred,
    primary key (id, from_vintage)
);

create table indicators.area (
    id text primary key,
    title text not null,
    kind text not null check (kind in ('K', 'L', 'G')),
    as_of date not null
);

create table indicators.area_title (
    id text not null references indicators.area,
    title text not null,
    from_vintage bigint not null references indicators.vintage deferrable initially deferred,
    to_vintage bigint references indicators.vintage deferrable initially deferred,
    primary key (id, from_vintage)
);

create table indicators.area_member (
    group_id text not null references indicators.area,
    member_id text not null,
    primary key (group_id, member_id)
);

-- Kolada's values. No reference to indicator: a value whose id the catalogue lacks is kept.
create table indicators.observation (
    indicator text not null,
    area text not null,
    year integer not null check (year between 1900 and 2200),
    sex text not null check (sex in ('T', 'K', 'M')),
    value numeric,
    state text not null check (state in
        ('published', 'not_published', 'missing', 'uncertain', 'suppressed', 'not_applicable', 'removed')),
    preliminary boolean not null,
    from_vintage bigint not null references indicators.vintage deferrable initially deferred,
    to_vintage bigint references indicators.vintage deferrable initially deferred,
    primary key (indicator, area, year, sex, from_vintage),
    check ((value is not null) = (state in ('published', 'uncertain'))),
    check (to_vintage > from_vintage)
);

create unique index observation_now on indicators.observation (indicator, sex, year, area)
    include (value, state, preliminary) where to_vintage is null;

-- Values typed in stand apart, each with its source and the one who entered it; a withdrawn one stays.
create table indicators.hand_value (
    id uuid primary key,
    indicator text not null,
    area text not null,
    year integer not null check (year between 1900 and 2200),
    sex text not null check (sex in ('T', 'K', 'M')),
    value numeric not null,
    source text not null check (source <> ''),
    entered_by uuid not null,
    entered_by_name text not null,
    entered_at timestamptz not null,
    withdrawn_by_name text,
    withdrawn_at timestamptz,
    from_vintage bigint not null references indicators.vintage deferrable initially deferred,
    to_vintage bigint references indicators.vintage deferrable initially deferred,
    check (to_vintage > from_vintage)
);

create unique index hand_value_now on indicators.hand_value (indicator, area, year, sex) where to_vintage is null;

-- What one import has received. Filled by COPY, emptied in the same transaction, never written to disk twice;
-- tables of the schema rather than temporary ones, so that every statement can be checked beforehand.
create unlogged table indicators.received_source (
    number integer primary key,
    name text not null,
    as_of date not null
);

create unlogged table indicators.received_value (
    source integer not null,
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric,
    state text not null
);

create unlogged table indicators.received_scope (
    indicator text not null,
    area text not null,
    sex text not null,
    first_year integer not null,
    last_year integer not null
);

create unlogged table indicators.received_cell (
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric,
    state text not null,
    preliminary boolean not null,
    change text not null check (change in ('added', 'changed', 'removed', 'unchanged')),
    primary key (indicator, area, year, sex)
);

create unlogged table indicators.received_indicator (
    source integer not null,
    id text not null,
    title text not null,
    description text not null,
    divided_by_sex boolean,
    area_kind text,
    auspice text,
    operating_area text,
    perspective text,
    preliminary_on date,
    published_on date,
    published_period text,
    has_units boolean
);

create unlogged table indicators.received_area (
    source integer not null,
    id text not null,
    title text not null,
    kind text not null
);

create unlogged table indicators.received_member (
    source integer not null,
    group_id text not null,
    member_id text not null
);
