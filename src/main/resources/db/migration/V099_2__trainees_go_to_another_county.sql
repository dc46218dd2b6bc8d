-- A trainee who goes to another county: a row for each of the two, of the same id. The receiving county has one from the moment the trainee has consented; it holds what goes along
-- and no more. All else stays where it is, in that county's numbers and ledger.
create table transfers (
    county text not null references counties,
    id uuid not null,
    side text not null check (side in ('OUT', 'IN')),
    -- The id of the other county.
    other text not null,
    -- Whom the row's own county has; on the receiving side nobody until they are taken in.
    person uuid,
    name text not null,
    mobile text not null,
    gender text not null,
    category text not null,
    reason text not null,
    state text not null
        check (state in ('ASKED', 'CONSENTED', 'ACCEPTING', 'ACCEPTED', 'DECLINED', 'REFUSED', 'TAKEN_BACK')),
    -- Of the old county; nobody's on the receiving side.
    asked_by uuid,
    asked_at timestamptz not null,
    consent text check (consent in ('PHONE', 'PAPER')),
    -- The day on the signed paper, and where it is.
    signed_on date,
    paper text,
    consented_at timestamptz,
    -- Who wrote down the paper; of the old county.
    recorded_by uuid,
    decision text,
    decided_at timestamptz,
    -- The class that the receiving county took them into.
    cohort uuid,
    -- When the old county's side was done: left its classes, card withdrawn.
    left_at timestamptz,
    primary key (county, id),
    foreign key (county, person) references people (county, id),
    foreign key (county, asked_by) references people (county, id),
    foreign key (county, recorded_by) references people (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    check (county <> other),
    check ((consented_at is null) = (consent is null)),
    check ((state in ('ASKED', 'CONSENTED', 'ACCEPTING')) = (decided_at is null)),
    check (side = 'IN' or person is not null)
);
create unique index transfers_one_at_a_time on transfers (county, person)
    where side = 'OUT' and state in ('ASKED', 'CONSENTED', 'ACCEPTING');
create index transfers_latest on transfers (county, id desc);
select protect_by_county('transfers');
revoke delete on transfers from "${app_role}";
