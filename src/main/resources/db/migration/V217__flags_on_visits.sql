-- What is odd about a visit, for a person to look at; never a verdict. Found once, whatever is found again later.
create table follow_up_flags (
    county text not null references counties,
    id uuid not null,
    visit uuid not null,
    kind text not null check (kind in ('SAME_PHOTO', 'SAME_WORDS', 'TOO_SHORT', 'OUT_OF_PLACE', 'MANY_A_DAY', 'ODD_DATE', 'LATE')),
    -- The other visit it is about; null where there is none.
    other uuid,
    -- Seconds, kilometres, visits or days, as the kind counts them; null where it counts nothing.
    measure integer,
    found_at timestamptz not null,
    primary key (county, id),
    foreign key (county, visit) references follow_up_visits (county, id),
    foreign key (county, other) references follow_up_visits (county, id)
);
create index follow_up_flags_by_visit on follow_up_flags (county, visit);
create index follow_up_flags_by_time on follow_up_flags (county, found_at, id);
select protect_by_county('follow_up_flags');
revoke update, delete on follow_up_flags from "${app_role}";

-- What people made of a flag: appended, the last one counts.
create table follow_up_flag_decisions (
    county text not null references counties,
    id uuid not null,
    flag uuid not null,
    decision text not null check (decision in ('EXPLAINED', 'CONFIRMED', 'DISMISSED')),
    reason text not null check (reason <> ''),
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (county, id),
    foreign key (county, flag) references follow_up_flags (county, id),
    foreign key (county, decided_by) references people (county, id)
);
create index follow_up_flag_decisions_by_flag on follow_up_flag_decisions (county, flag, id desc);
select protect_by_county('follow_up_flag_decisions');
revoke update, delete on follow_up_flag_decisions from "${app_role}";
