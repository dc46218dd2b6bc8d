-- Photos as evidence. The bytes lie in the object store, made anew without what the phone wrote into them; here is who gave them and their digest.
create table photos (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    object_key text not null,
    sha256 text not null,
    bytes bigint not null,
    width integer not null,
    height integer not null,
    kept_by uuid not null,
    kept_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, kept_by) references people (county, id)
);
create index photos_of_store on photos (county, store);
select protect_by_county('photos');
revoke update, delete on photos from "${app_role}";

alter table store_turns add column photo text not null default '';
