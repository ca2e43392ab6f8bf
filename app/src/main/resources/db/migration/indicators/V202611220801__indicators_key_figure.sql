create schema if not exists indicators;

create table indicators.key_figure (
    code text primary key,
    position integer not null,
    name text not null,
    printed_name text not null,
    measure_title text not null,
    definition text,
    kolada_id text,
    printed_kolada_id text not null,
    successor_id text,
    unit text not null,
    desired text not null,
    level text not null,
    status text not null,
    overlap_years integer not null check (overlap_years > 0),
    series_breaks integer[] not null,
    cautions text[] not null,
    surveyed_by text,
    national_indicator integer,
    sources text[] not null,
    basis text not null,
    basis_interpreted boolean not null,
    printed_definition text,
    survey_question text,
    desired_interpreted boolean not null,
    national_indicator_interpreted boolean not null,
    retired_after integer,
    successor_note text,
    predecessor_id text,
    likely_kolada_id text,
    notes text[] not null,
    valid_from date,
    valid_to date,
    decision_reference text
);

-- Written by a user, and therefore not tied to a row that a new package replaces.
create table indicators.key_figure_verification (
    code text primary key,
    kolada_id text not null,
    unit text not null,
    reference text not null,
    given_by text not null,
    given_at timestamptz not null
);

create table indicators.key_figure_decision (
    text text not null,
    basis text not null,
    until text not null,
    sources text[] not null
);

create table indicators.national_indicator (
    number integer primary key,
    area text not null,
    sub_area text not null,
    printed_sub_area text,
    sub_area_interpreted boolean not null,
    sub_area_note text,
    name text not null,
    printed_name text not null,
    status_codes integer[] not null,
    sources text[] not null
);

create table indicators.national_status (
    code integer primary key,
    text text not null,
    as_of integer not null
);
