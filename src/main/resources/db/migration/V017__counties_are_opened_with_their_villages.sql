-- The codes of GB/T 2260 and GB/T 10114: six digits a county, nine a town, twelve a village, each beginning with the one above. Counties from before have none.
alter table counties add column code text check (code ~ '^[0-9]{6}$');
alter table counties add column opened_at timestamptz;
create unique index counties_by_code on counties (code);

alter table villages add column code text check (code ~ '^[0-9]{12}$');
create unique index villages_by_code on villages (county, code);

-- Former names of a village, and names of villages merged into it, by which people still look for it; kept with the row, for it is read with each search.
alter table villages add column former text not null default '';

-- What a village was called before, or which one it took in: appended. A merged village's row is gone, its people live in the other one.
create table former_villages (
    county text not null references counties,
    id uuid not null,
    village uuid not null,
    change text not null check (change in ('RENAMED', 'MERGED')),
    code text,
    town text not null,
    name text not null,
    -- How many people moved with a merged one.
    people integer not null,
    file_sha256 text not null,
    -- Nobody's where the operator brought the file.
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, village) references villages (county, id),
    foreign key (county, changed_by) references people (county, id)
);
create index former_villages_by_village on former_villages (county, village);
create index former_villages_by_name on former_villages (county, town, name);
select protect_by_county('former_villages');
revoke delete on former_villages from "${app_role}";
