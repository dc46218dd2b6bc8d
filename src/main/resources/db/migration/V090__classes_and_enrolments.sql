-- A class, who was ever on its roster, and the roster files that brought them. Leaving is noted; nobody is taken off.
create table cohorts (
    county text not null references counties,
    id uuid not null,
    name text not null,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    opened_at timestamptz not null,
    primary key (county, id),
    unique (county, name)
);
select protect_by_county('cohorts');

create table enrolments (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    consent text not null,
    consent_seen_by uuid,
    enrolled_at timestamptz not null,
    left_at timestamptz,
    left_reason text,
    primary key (county, id),
    unique (county, cohort, trainee),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, trainee) references people (county, id),
    check ((left_at is null) = (left_reason is null))
);
create index enrolments_by_trainee on enrolments (county, trainee);
select protect_by_county('enrolments');
revoke delete on enrolments from "${app_role}";

-- The file itself holds identity numbers and is not kept; its digest tells whether a file shown later is the same one.
create table roster_imports (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    sha256 text not null,
    row_count int not null,
    accepted int not null,
    merged int not null,
    rejected int not null,
    newcomers int not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id)
);
create index roster_imports_by_cohort on roster_imports (county, cohort, id);
select protect_by_county('roster_imports');
revoke update, delete on roster_imports from "${app_role}";
