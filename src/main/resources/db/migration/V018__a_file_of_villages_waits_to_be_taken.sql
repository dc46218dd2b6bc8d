-- The file that a county has looked at and not taken yet: whoever takes it need not choose it again. It names villages, nobody who lives there; the last one stays, for a day.
create table village_files (
    county text primary key references counties,
    id uuid not null,
    name text not null,
    bytes bytea not null,
    kept_at timestamptz not null
);
select protect_by_county('village_files');
