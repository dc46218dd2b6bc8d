-- Days for which no more entries are written: what is learnt of them later is booked on the day it is learnt. Nothing unlocks them.
create table ledger_locks (
    county text not null references counties,
    id uuid not null,
    name text not null,
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    reason text not null,
    -- The entry that says so, and its hash: whoever keeps it on paper can tell any later change of all that was before it.
    seq bigint not null,
    hash bytea not null check (length(hash) = 32),
    locked_by uuid not null,
    locked_at timestamptz not null,
    primary key (county, id),
    foreign key (county, seq) references ledger_entries (county, seq),
    foreign key (county, locked_by) references people (county, id)
);
create index ledger_locks_by_day on ledger_locks (county, last_day);
select protect_by_county('ledger_locks');
revoke update, delete on ledger_locks from "${app_role}";
