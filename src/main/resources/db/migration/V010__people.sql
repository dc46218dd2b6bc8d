-- Villages and everybody in them. Identity numbers are kept as their last four digits and a keyed hash.
create table villages (
    county text not null references counties,
    id uuid not null,
    town text not null,
    name text not null,
    primary key (county, id),
    unique (county, town, name)
);
select protect_by_county('villages');

create table people (
    county text not null references counties,
    id uuid not null,
    login text not null,
    name text not null,
    mobile text,
    id_last4 text,
    id_hash text,
    gender text,
    village uuid,
    category text,
    note text,
    created_at timestamptz not null,
    primary key (county, id),
    unique (county, login),
    unique (county, id_hash),
    foreign key (county, village) references villages (county, id)
);
select protect_by_county('people');

create table mentorships (
    county text not null references counties,
    id uuid not null,
    mentor uuid not null,
    trainee uuid not null,
    primary key (county, id),
    unique (county, mentor, trainee),
    foreign key (county, mentor) references people (county, id),
    foreign key (county, trainee) references people (county, id)
);
create index mentorships_by_trainee on mentorships (county, trainee);
select protect_by_county('mentorships');
