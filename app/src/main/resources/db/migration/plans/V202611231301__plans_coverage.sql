alter table plans.activity
    -- The first and last day that begins and ends may mean; null while they are not set.
    add column first_day  date,
    add column last_day   date,
    -- The day someone last changed it; null for one that was laid up before this was kept.
    add column changed_on date;

-- What an activity lacks, and why it goes on without.
create table plans.gap_reason (
    activity uuid primary key references plans.activity,
    -- What was lacking when it was written: what is lacking since then is not explained by it.
    gaps     text[] not null,
    reason   text   not null check (reason <> ''),
    by_whom  text   not null,
    day      date   not null
);
