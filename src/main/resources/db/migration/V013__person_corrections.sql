-- What a corrected roster changed about somebody, what stood there before, who confirmed it and when: appended. people holds what is right now.
create table person_corrections (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    field text not null,
    old_value text not null,
    new_value text not null,
    file_sha256 text not null,
    corrected_by uuid not null,
    corrected_at timestamptz not null,
    primary key (county, id),
    foreign key (county, person) references people (county, id)
);
create index person_corrections_by_person on person_corrections (county, person);
select protect_by_county('person_corrections');
revoke update, delete on person_corrections from "${app_role}";
