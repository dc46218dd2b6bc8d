-- What an audit asks of a class beside its name and days: project, money, approval, venue, plan, teachers. Appended: the last row counts, those before are its history.
create table class_records (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    project text not null,
    fund text not null,
    approval text not null,
    venue text not null,
    plan text not null,
    -- Who teaches and what entitles them to it, a line each.
    teachers text not null,
    -- In fen; null where nobody wrote one.
    budget_fen bigint check (budget_fen >= 0),
    reason text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, changed_by) references people (county, id)
);
create index class_records_by_class on class_records (county, cohort, changed_at desc, id desc);
select protect_by_county('class_records');
revoke update, delete on class_records from "${app_role}";
