alter table plans.plan
    -- The day its text was shown to the county's support, and the day it was last handed in.
    add column shared    date,
    add column submitted date;

alter table plans.party
    add column left_day date;
