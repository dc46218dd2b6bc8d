-- Under which master key a person's key is wrapped, as a sign that says nothing of the key; null where it was wrapped before this was noted.
alter table personal_keys add column wrapped_by text;

-- How far a county has come while the master key is changed: when nothing of it was left under another key than the one with that sign.
create table key_rotations (
    county text not null references counties,
    master text not null,
    -- What no key opens that is there; it stays as it is.
    unreadable int not null,
    finished_at timestamptz not null,
    primary key (county, master)
);
select protect_by_county('key_rotations');
