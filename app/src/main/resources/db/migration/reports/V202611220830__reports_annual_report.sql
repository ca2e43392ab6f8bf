create schema if not exists reports;

-- A year's report. A row is made when someone first writes in it or freezes it.
create table reports.annual_report (
    year      int         primary key check (year between 2000 and 2100),
    state     text        not null check (state in ('draft', 'frozen')),
    -- From here on all of it is set when the report is frozen, and never after.
    vintage   bigint,
    frozen_at timestamptz,
    frozen_by text,
    -- The whole report as canonical JSON; text and not jsonb, since its bytes must stay as they are.
    model     text,
    sha256    text,
    check ((state = 'frozen') = (vintage is not null and frozen_at is not null and frozen_by is not null
                                 and model is not null and sha256 is not null))
);

-- The editors' texts: every version is kept.
create table reports.analysis (
    year       int         not null references reports.annual_report,
    section    text        not null,
    version    int         not null check (version > 0),
    text       text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (year, section, version)
);

-- What is frozen stays frozen, and what was written stays written, whatever a program tries.
create function reports.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a % of a year may not be changed or removed', tg_table_name;
end;
$$;

create trigger frozen_report_is_kept
    before update or delete on reports.annual_report
    for each row when (old.state = 'frozen')
    execute function reports.refuse_change();

create trigger analysis_is_kept
    before update or delete on reports.analysis
    for each row
    execute function reports.refuse_change();
