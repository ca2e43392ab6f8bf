-- OWN: to a password of one's own, for someone who has logged in with one that was given.
alter table people.ticket drop constraint ticket_purpose_check;
alter table people.ticket
    add constraint ticket_purpose_check check (purpose in ('INVITATION', 'PASSWORD', 'ADDRESS', 'OWN'));
