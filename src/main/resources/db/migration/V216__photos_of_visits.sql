-- A photo is evidence about a store, or about a trainee who may have none: it counts towards its giver's quota either way.
alter table photos
    alter column store drop not null,
    add column trainee uuid,
    add foreign key (county, trainee) references people (county, id),
    add check ((store is null) <> (trainee is null));

create table follow_up_photos (
    county text not null references counties,
    visit uuid not null,
    photo uuid not null,
    -- Of the picture as it is kept, to find the same one at another visit.
    sha256 text not null,
    received_at timestamptz not null,
    primary key (county, visit, photo),
    foreign key (county, visit) references follow_up_visits (county, id),
    foreign key (county, photo) references photos (county, id)
);
create index follow_up_photos_by_digest on follow_up_photos (county, sha256);
select protect_by_county('follow_up_photos');
revoke update, delete on follow_up_photos from "${app_role}";
