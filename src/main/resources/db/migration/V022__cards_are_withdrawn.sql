-- A card that was withdrawn is none any more; that it was handed out stays.
alter table cards add column withdrawn_at timestamptz;
grant update (withdrawn_at) on cards to "${app_role}";
