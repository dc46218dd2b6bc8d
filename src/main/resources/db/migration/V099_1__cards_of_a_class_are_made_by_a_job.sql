-- Cards for all of a class who lack one, made one by one by a job that goes on where it broke off. A PIN is drawn and stored, sealed, before the account gets it: after a crash
-- the same one is given again, so that nobody has two. Once the file is made the PINs are in it alone; the file is sealed too, and removed a day later or as soon as it is printed.
create table card_runs (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    total integer not null check (total > 0),
    -- What the cards say besides, line by line, in the language of whoever asked.
    words text not null,
    state text not null check (state in ('MAKING', 'READY', 'REMOVED')),
    finished_at timestamptz,
    removed_at timestamptz,
    pdf bytea,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, asked_by) references people (county, id),
    check ((state = 'MAKING') = (finished_at is null)),
    check ((state = 'REMOVED') = (removed_at is not null)),
    check (state <> 'REMOVED' or pdf is null)
);
create unique index card_runs_one_a_class on card_runs (county, cohort) where state = 'MAKING';
create index card_runs_of_class on card_runs (county, cohort, id);
select protect_by_county('card_runs');
revoke delete on card_runs from "${app_role}";

create table card_run_people (
    county text not null references counties,
    run uuid not null,
    place integer not null,
    person uuid not null,
    -- Made; a card was made for them elsewhere meanwhile; the account was refused; they left the class; the sign-in service stayed away.
    state text not null check (state in ('WAITING', 'MADE', 'MEANWHILE', 'REFUSED', 'GONE', 'AWAY')),
    -- The row that the card is to have in cards, and its PIN, sealed, from when it is begun until the file is made.
    card uuid,
    pin bytea,
    begun_at timestamptz,
    primary key (county, run, place),
    foreign key (county, run) references card_runs (county, id),
    foreign key (county, person) references people (county, id)
);
create index card_run_people_waiting on card_run_people (county, run, place) where state = 'WAITING';
select protect_by_county('card_run_people');
revoke delete on card_run_people from "${app_role}";
