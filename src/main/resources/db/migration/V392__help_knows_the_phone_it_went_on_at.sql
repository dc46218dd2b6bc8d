-- By the name that a phone has for itself in what it sends: another phone of the same trainee's was nobody's to help with. Empty
-- where that phone kept nothing that could be sent later; null where an earlier version did not ask.
alter table helpings add column phone text;
