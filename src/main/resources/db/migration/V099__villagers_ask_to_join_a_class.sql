-- A class that villagers may ask to join by the code on a poster, until a day; and who asked. Nobody is in the county before somebody of it has approved: what a stranger
-- typed stays here.
create table class_doors (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, opened_by) references people (county, id)
);
create unique index class_doors_open on class_doors (county, cohort) where closed_at is null;
select protect_by_county('class_doors');

create table join_requests (
    county text not null references counties,
    id uuid not null,
    door uuid not null,
    cohort uuid not null,
    name text not null,
    mobile text not null,
    village uuid not null,
    asked_at timestamptz not null,
    state text not null check (state in ('WAITING', 'TAKEN', 'REFUSED')),
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    person uuid,
    primary key (county, id),
    foreign key (county, door) references class_doors (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, village) references villages (county, id),
    foreign key (county, decided_by) references people (county, id),
    foreign key (county, person) references people (county, id),
    check ((state = 'WAITING') = (decided_at is null)),
    check ((state = 'TAKEN') = (person is not null))
);
create index join_requests_of_class on join_requests (county, cohort, state, id);
-- Who asks again while they wait has asked once.
create unique index join_requests_once on join_requests (county, cohort, mobile, name) where state = 'WAITING';
select protect_by_county('join_requests');
