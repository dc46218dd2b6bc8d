-- Calls to trainees who stand still: who was called, what came of it, until when nobody calls again. Appended.
create table calls (
    county text not null references counties,
    -- Named by the phone: sent twice it is here once.
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    outcome text not null check (outcome in ('REACHED', 'NOT_REACHED', 'COMES_BACK', 'WRONG_NUMBER', 'WANTS_TO_LEAVE')),
    -- The first day on which they are on the list again; null where something else must happen first.
    again_on date,
    note text not null,
    -- The time that counts, what the phone's clock said, and when we learnt of it.
    at timestamptz not null,
    claimed_at timestamptz not null,
    received_at timestamptz not null,
    called_by uuid not null,
    primary key (county, id),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee),
    foreign key (county, called_by) references people (county, id),
    check (outcome <> 'COMES_BACK' or again_on is not null)
);
create index calls_by_trainee on calls (county, trainee, at);
create index calls_by_time on calls (county, received_at);
select protect_by_county('calls');
revoke update, delete on calls from "${app_role}";

-- The latest of each trainee, derived from calls: lists leave out whoever need not be called today.
create table last_calls (
    county text not null references counties,
    trainee uuid not null,
    call uuid not null,
    outcome text not null,
    again_on date,
    at timestamptz not null,
    primary key (county, trainee),
    foreign key (county, trainee) references people (county, id),
    foreign key (county, call) references calls (county, id)
);
select protect_by_county('last_calls');

-- Who stands still in the whole county.
create index enrolments_idle on enrolments (county, last_active_at) where left_at is null;
