create schema if not exists strategy;

create table strategy.strategy (
    title text not null,
    former_title text,
    former_title_note text,
    applies_to text[] not null,
    registration_number text not null,
    version text not null,
    printed_version text not null,
    valid_from date not null,
    valid_to date not null,
    title_from integer not null,
    title_to integer not null,
    approved_by text not null,
    vision text not null,
    vision_line text not null,
    vision_origin text not null,
    sources text[] not null,
    vision_sources text[] not null
);

create unique index strategy_once on strategy.strategy ((true));

create table strategy.sub_goal (
    code text primary key,
    position integer not null,
    name text not null,
    text text not null,
    printed text,
    origin text not null,
    key_figures text[] not null,
    sources text[] not null
);

create table strategy.passage (
    kind text not null,
    position integer not null,
    title text,
    text text not null,
    printed text,
    note text,
    page integer,
    href text,
    sources text[] not null,
    primary key (kind, position)
);

create table strategy.heading (
    position integer primary key,
    level integer not null,
    title text not null,
    page integer,
    href text not null,
    note text
);

create table strategy.milestone (
    position integer primary key,
    kind text not null,
    day date,
    shown text not null,
    body text not null,
    text text not null,
    sources text[] not null
);

create table strategy.stretch (
    position integer primary key,
    name text not null,
    shown text not null,
    first_day date,
    last_day date,
    sources text[] not null
);
