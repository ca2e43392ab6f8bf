-- What someone says about an activity, which may be another organisation's.
create table plans.comment (
    id       uuid primary key,
    activity uuid not null references plans.activity,
    by_whom  text not null,
    day      date not null,
    -- In the order they were written.
    place    bigint generated always as identity,
    words    text not null check (words <> '')
);

create index comment_activity on plans.comment (activity, place);
