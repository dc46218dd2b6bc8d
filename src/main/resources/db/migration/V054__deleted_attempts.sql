-- A trainee deleted a rehearsal before a mentor could see it. Its name alone stays, so that a phone which sends late does not bring it back.
create table deleted_attempts (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    deleted_at timestamptz not null,
    primary key (county, id),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('deleted_attempts');
