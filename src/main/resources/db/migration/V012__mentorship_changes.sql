-- Who was given to which mentor, or taken from one, by whom: appended. mentorships is what follows from it. All rows of one
-- press of a button share its id, so that the press can be taken back as a whole; undoes names the press taken back.
create table mentorship_changes (
    county text not null references counties,
    id uuid not null,
    press uuid not null,
    undoes uuid,
    mentor uuid not null,
    trainee uuid not null,
    change text not null check (change in ('GIVEN', 'TAKEN')),
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, mentor) references people (county, id),
    foreign key (county, trainee) references people (county, id)
);
create index mentorship_changes_by_press on mentorship_changes (county, press);
create index mentorship_changes_undone on mentorship_changes (county, undoes) where undoes is not null;
select protect_by_county('mentorship_changes');
revoke update, delete on mentorship_changes from "${app_role}";
