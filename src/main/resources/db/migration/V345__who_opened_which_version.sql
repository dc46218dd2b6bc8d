-- Who opened which version of a lesson that their county published, and when first. Follows from sync_records and is written
-- with it; versions that all are taught are not noted.
create table lessons_opened (
    county text not null references counties,
    lesson text not null,
    version text not null,
    trainee uuid not null,
    -- A phone's clock that is ahead counts as the time the record came.
    at timestamptz not null,
    primary key (county, lesson, version, trainee),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('lessons_opened');
