-- What a county calls a steady income, and since when each store has had one; a later row outdates an earlier one, nothing is edited.
create table income_bars (
    county text not null references counties,
    id uuid not null,
    fen bigint not null check (fen > 0),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (county, id),
    foreign key (county, set_by) references people (county, id)
);
select protect_by_county('income_bars');

-- Through which month it was reached or failed, and the bar it was measured by.
create table steady_turns (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    months integer not null check (months in (3, 6, 12)),
    reached boolean not null,
    through text not null check (through ~ '^\d{4}-\d{2}$'),
    bar_fen bigint not null,
    turned_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id)
);
create index steady_turns_of_store on steady_turns (county, store);
select protect_by_county('steady_turns');

revoke update, delete on income_bars, steady_turns from "${app_role}";
