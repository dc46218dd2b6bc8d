-- What a county is audited on, in the order in which it was learnt, each row hashed with the one before it: a changed row is found. No foreign keys beside the county's:
-- the ledger outlives what it tells of, and whoever appends holds the lock on the chain's end and waits for nothing else.
create table ledger_entries (
    county text not null references counties,
    seq bigint not null check (seq > 0),
    kind text not null,
    -- Names the thing among those of its kind.
    source text not null,
    thing uuid not null,
    person uuid,
    cohort uuid,
    -- The day it is booked on: when it happened or, where that day is locked by then, when it was written down.
    day date not null,
    at timestamptz not null,
    -- What it says, and what of it was different before, as canonical JSON: as text, for its very bytes are hashed.
    content text not null,
    before text,
    reason text not null,
    -- The entry that this one corrects.
    amends bigint,
    -- Whether a person corrected the ledger itself, not the thing it tells of.
    hand boolean not null,
    stated_by uuid,
    recorded_by uuid,
    recorded_at timestamptz not null,
    prev bytea not null check (length(prev) = 32),
    hash bytea not null check (length(hash) = 32),
    primary key (county, seq),
    foreign key (county, amends) references ledger_entries (county, seq),
    check (hand or (amends is null) = (before is null)),
    check (not hand or amends is not null)
);
create index ledger_entries_by_source on ledger_entries (county, kind, source, seq);
create index ledger_entries_by_day on ledger_entries (county, day, seq);
create index ledger_entries_by_person on ledger_entries (county, person, seq);
create index ledger_entries_by_cohort on ledger_entries (county, cohort, seq);
create unique index ledger_entries_begin_once on ledger_entries (county, kind, source) where amends is null;
select protect_by_county('ledger_entries');
revoke update, delete on ledger_entries from "${app_role}";

-- Where each chain ends. Its row is the lock under which the chain grows.
create table ledger_heads (
    county text not null references counties,
    seq bigint not null,
    hash bytea not null check (length(hash) = 32),
    primary key (county)
);
select protect_by_county('ledger_heads');
revoke delete on ledger_heads from "${app_role}";
