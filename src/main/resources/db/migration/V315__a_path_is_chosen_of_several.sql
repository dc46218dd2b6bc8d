-- Which way through the lessons a trainee chose is the last record that says so; a phone's clock that is ahead counts as the time the record came.
create index paths_chosen on sync_records (county, person, least(at, received_at) desc, id desc) where type = 'path.chosen';
