-- For the recount of what each person keeps (V056), and for whoever asks what somebody gave.
create index photos_by_giver on photos (county, kept_by);
