alter table access.account
    -- Null until the one who was invited has chosen one.
    alter column password drop not null,
    -- The code of the principal the person works for; null for the county's own people.
    add column organisation text,
    add column version bigint not null default 0;

alter table access.role_grant
    add column unit text,
    -- The grant that someone else holds for a time: this one ends with it at the latest.
    add column stands_in_for uuid references access.role_grant,
    add column given_by text not null default '',
    -- When it was last said that the role is still right.
    add column confirmed_on date;

update access.role_grant set confirmed_on = valid_from;

alter table access.role_grant alter column confirmed_on set not null;

create index role_grant_unit on access.role_grant (unit);

create index role_grant_stand_in on access.role_grant (stands_in_for);

create index audit_entry_subject on access.audit_entry (subject, seq);
