-- What is odd about attendance and photos, for a person to look at; never a verdict. Found once, whatever is found again later.
create table ledger_flags (
    county text not null references counties,
    id uuid not null,
    kind text not null check (kind in ('OVERLAPPING_SESSIONS', 'SAME_PHOTO', 'ONE_DEVICE', 'SECONDS_APART')),
    -- Whom it is about, and where it can be looked at.
    people uuid[] not null,
    cohort uuid,
    page text not null,
    -- When what is odd happened, and how many people or seconds it is; null where nothing is counted.
    at timestamptz not null,
    measure bigint,
    found_at timestamptz not null,
    primary key (county, id)
);
create index ledger_flags_by_time on ledger_flags (county, found_at, id);
select protect_by_county('ledger_flags');
revoke update, delete on ledger_flags from "${app_role}";

-- What people made of it: appended, the last one counts.
create table ledger_flag_decisions (
    county text not null references counties,
    id uuid not null,
    flag uuid not null,
    decision text not null check (decision in ('EXPLAINED', 'CONFIRMED', 'DISMISSED')),
    reason text not null check (reason <> ''),
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (county, id),
    foreign key (county, flag) references ledger_flags (county, id),
    foreign key (county, decided_by) references people (county, id)
);
create index ledger_flag_decisions_by_flag on ledger_flag_decisions (county, flag, id);
select protect_by_county('ledger_flag_decisions');
revoke update, delete on ledger_flag_decisions from "${app_role}";

-- Since when each county has looked: what came before has been looked at.
create table ledger_flag_looks (
    county text not null references counties,
    id uuid not null,
    looked_at timestamptz not null,
    found integer not null,
    primary key (county, id)
);
select protect_by_county('ledger_flag_looks');
revoke update, delete on ledger_flag_looks from "${app_role}";

create index attendance_entries_by_arrival on attendance_entries (county, received_at);
create index photos_by_digest on photos (county, sha256);
