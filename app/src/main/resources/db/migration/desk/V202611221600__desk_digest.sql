-- Whether someone wants the day's letter, and the secret in its link; no row means yes.
create table desk.subscription (
    account uuid primary key,
    token   text    not null unique,
    daily   boolean not null default true
);

-- At most one a day for each account, however often the clock or the job says it is time.
create table desk.digest (
    account      uuid        not null,
    day          date        not null,
    -- What it tells of: lines written after the one and up to the other.
    told_after   timestamptz not null,
    told_up_to   timestamptz not null,
    letter       uuid        not null,
    primary key (account, day)
);

-- Where a mail program stops the letter by itself (RFC 8058).
alter table desk.letter add column stop_address text;
