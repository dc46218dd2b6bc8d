-- A list of people that somebody kept for themselves: the query of its address, which says whom, in which order and with which columns. A removed one can be brought
-- back; its name is free at once.
create table saved_lists (
    county text not null references counties,
    id uuid not null,
    owner uuid not null,
    name text not null,
    list text not null,
    saved_at timestamptz not null,
    removed_at timestamptz,
    primary key (county, id),
    foreign key (county, owner) references people (county, id)
);
create unique index saved_lists_by_name on saved_lists (county, owner, name) where removed_at is null;
select protect_by_county('saved_lists');
