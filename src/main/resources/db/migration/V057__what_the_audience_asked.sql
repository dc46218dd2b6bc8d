-- What the scripted audience of a rehearsal asked, and what its host did. The words are those of the published scenario.
create table audience_records (
    county text not null references counties,
    attempt uuid not null,
    scenario text not null,
    scenario_version text not null,
    intensity text not null check (intensity in ('gentle', 'lively', 'rough')),
    asked jsonb not null,
    primary key (county, attempt),
    foreign key (county, attempt) references attempts (county, id) on delete cascade
);
select protect_by_county('audience_records');
