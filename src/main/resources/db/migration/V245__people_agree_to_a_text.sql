-- What a county asks its trainees to agree to, version by version; and who agreed to which, or took it back: appended, the last word counts.
create table consent_texts (
    county text not null references counties,
    version int not null check (version > 0),
    zh text not null check (zh <> ''),
    en text not null check (en <> ''),
    reason text not null check (reason <> ''),
    published_by uuid not null,
    published_at timestamptz not null,
    primary key (county, version),
    foreign key (county, published_by) references people (county, id)
);
select protect_by_county('consent_texts');
revoke update, delete on consent_texts from "${app_role}";

create table consents (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    version int not null,
    agreed boolean not null,
    at timestamptz not null,
    primary key (county, id),
    foreign key (county, person) references people (county, id),
    foreign key (county, version) references consent_texts (county, version)
);
create index consents_by_person on consents (county, person, at desc, id desc);
select protect_by_county('consents');
revoke update, delete on consents from "${app_role}";
