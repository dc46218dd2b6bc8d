-- Who records it for its trainee, on a phone of theirs; empty where the trainee does.
alter table attempts add column recorded_by uuid;
