-- What happened on the road, appended and never edited. The ordinal counts a trainee's facts on one stage: two
-- transactions that both see the stage unreached write the same ordinal, and only one of them stays.
create table milestones (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    stage text not null,
    ordinal int not null,
    change text not null check (change in ('REACHED', 'LOST')),
    at timestamptz not null,
    recorded_at timestamptz not null,
    evidence_kind text not null,
    evidence_ref text not null,
    reason text,
    primary key (county, id),
    unique (county, cohort, trainee, stage, ordinal),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee)
);
create index milestones_by_trainee on milestones (county, trainee, stage);
select protect_by_county('milestones');
revoke update, delete on milestones from "${app_role}";
