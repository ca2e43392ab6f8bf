-- True while the password is one that someone else made: it opens the way to one of the owner's own, and nothing more.
alter table access.account add column password_given boolean not null default false;
