-- What the owner tells a session by: no secret, and of no use but to its owner.
alter table access.session add column handle uuid not null default gen_random_uuid();

-- The browser and the kind of machine, as far as it said at the login; null where it did not.
alter table access.session add column browser text;
alter table access.session add column machine text;
