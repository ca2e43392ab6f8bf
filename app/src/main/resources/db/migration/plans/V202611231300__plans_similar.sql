-- The words of the activities, each by its stem and by how its stem begins and ends: Swedish writes
-- compounds as one word, so that hemsjukvård meets sjukvård by its end and läkemedelslista läkemedelsgenomgång by its beginning.
create table plans.activity_token (
    -- A stem; or five letters and ~ for how a stem begins, ~ and five letters for how it ends.
    token    text collate "C" not null,
    activity uuid             not null references plans.activity,
    owner    text             not null,
    -- True when everyone may read the activity: the others find, and are not found.
    open     boolean          not null,
    -- As the activity writes it.
    word     text             not null,
    -- The sum of squares over an activity is 1.
    weight   real             not null,
    primary key (token, activity)
);

create index activity_token_activity on plans.activity_token (activity);

-- How many activities have each token, so that rare ones weigh more and common ones are not read; '' counts them all.
create table plans.token (
    token      text collate "C" primary key,
    activities int not null
);

-- What was read of each activity, so that the same is not read again.
create table plans.activity_read (
    activity uuid primary key references plans.activity,
    digest   text not null
);
