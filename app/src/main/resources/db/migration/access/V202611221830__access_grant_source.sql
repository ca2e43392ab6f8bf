-- Which external login a role follows; null when someone gave it.
alter table access.role_grant add column source text;
