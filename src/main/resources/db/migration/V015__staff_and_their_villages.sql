-- Who works for a county and as what. Keycloak holds the accounts; what an account should be follows from here, and a job brings it there.
create table staff (
    county text not null references counties,
    person uuid not null,
    role text not null check (role in ('mentor', 'coordinator', 'officer', 'auditor')),
    email text,
    -- A coordinator may be given villages; everybody else, and staff from before this table, sees all of the county.
    all_villages boolean not null default true,
    account text not null check (account in ('PENDING', 'READY', 'REFUSED')),
    -- What Keycloak stores of the first password, until it has it.
    first_password text,
    -- Nobody's where the operator invited.
    invited_by uuid,
    invited_at timestamptz not null,
    ended_at timestamptz,
    version bigint not null,
    primary key (county, person),
    foreign key (county, person) references people (county, id),
    foreign key (county, invited_by) references people (county, id)
);
select protect_by_county('staff');
revoke delete on staff from "${app_role}";

create table staff_villages (
    county text not null references counties,
    person uuid not null,
    village uuid not null,
    primary key (county, person, village),
    foreign key (county, person) references staff (county, person),
    foreign key (county, village) references villages (county, id)
);
create index staff_villages_by_village on staff_villages (county, village);
select protect_by_county('staff_villages');

-- What was decided about them, by whom and why: appended.
create table staff_changes (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    change text not null check (change in ('INVITED', 'CHANGED', 'NEW_PASSWORD', 'ENDED', 'RETURNED')),
    role text not null,
    -- How many villages they were given; null for all of the county.
    villages integer,
    reason text not null,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, person) references staff (county, person),
    foreign key (county, changed_by) references people (county, id)
);
create index staff_changes_by_person on staff_changes (county, person, id);
select protect_by_county('staff_changes');
revoke update, delete on staff_changes from "${app_role}";
