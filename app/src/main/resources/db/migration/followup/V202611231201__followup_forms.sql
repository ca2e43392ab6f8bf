-- Forms of others that the county fills in (Socialstyrelsen's, SKR's), from the county package.
create table followup.form (
    code     text primary key,
    place    int  not null,
    title    text not null,
    receiver text not null,
    note     text not null
);

create table followup.form_row (
    form     text not null references followup.form on delete cascade,
    number   int  not null,
    -- What is asked, in the county's own words.
    question text not null,
    -- The parts of an answer that fill it; none where it is filled in by hand.
    sources  text[] not null,
    -- STRUCTURE or CULTURE where only such answers count.
    view     text check (view in ('STRUCTURE', 'CULTURE')),
    sub_goal text,
    primary key (form, number)
);
