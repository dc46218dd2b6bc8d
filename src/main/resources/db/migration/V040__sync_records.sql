-- What phones reported, as they reported it. A phone names its records itself, so each person has a name space of their own: nobody's record can meet, or be
-- learnt from, another's. Without a device it was told on a page, not kept by a script.
create table sync_records (
    county      text        not null,
    person      uuid        not null,
    id          uuid        not null,
    device      text,
    type        text        not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    data        jsonb       not null,
    primary key (county, person, id),
    foreign key (county, person) references people (county, id)
);
select protect_by_county('sync_records');
-- Appended, never edited.
revoke update, delete on sync_records from "${app_role}";
