-- A trainee's store from the first paper on. What was shown, what was found and what followed is appended; where the store stands is read from it.
create table stores (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    path text not null,
    began_at timestamptz not null,
    primary key (county, id),
    unique (county, trainee),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('stores');

create table gate_evidence (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    rule text not null,
    rule_version text not null,
    answer text not null check (answer in ('SHOWN', 'NOT_MINE')),
    words text not null,
    link text not null,
    photo text not null,
    given_by uuid not null,
    given_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, given_by) references people (county, id)
);
create index gate_evidence_of_store on gate_evidence (county, store);
select protect_by_county('gate_evidence');

-- The evidence it is about is null where something was seen on the spot without having been handed in.
create table gate_checks (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    rule text not null,
    rule_version text not null,
    evidence uuid,
    confirmed boolean not null,
    note text not null,
    checked_by uuid not null,
    checked_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, evidence) references gate_evidence (county, id),
    foreign key (county, checked_by) references people (county, id)
);
create index gate_checks_of_store on gate_checks (county, store);
select protect_by_county('gate_checks');

create table store_turns (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    kind text not null check (kind in ('OPENED', 'CLOSED')),
    on_day date not null,
    link text not null,
    note text not null,
    turned_by uuid not null,
    turned_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, turned_by) references people (county, id)
);
create index store_turns_of_store on store_turns (county, store);
select protect_by_county('store_turns');

revoke update, delete on stores, gate_evidence, gate_checks, store_turns from "${app_role}";
-- The store's row is the lock under which its history grows.
grant update (path) on stores to "${app_role}";
