-- A record that somebody made who helps the trainee names the helping. The index comes by itself, so that nobody waits for it who only reads.
alter table sync_records add column helping uuid;
