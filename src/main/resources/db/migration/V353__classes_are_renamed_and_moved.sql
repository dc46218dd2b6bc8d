-- What a class was called and its days, whenever that was changed. Appended; what stands is in the class's own row.
create table class_changes (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    name_before text not null,
    name text not null,
    starts_before date not null,
    starts_on date not null,
    ends_before date not null,
    ends_on date not null,
    reason text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, changed_by) references people (county, id)
);
create index class_changes_by_class on class_changes (county, cohort, changed_at desc, id desc);
select protect_by_county('class_changes');
revoke update, delete on class_changes from "${app_role}";
