-- How many things of each kind a county holds, for the sheet that assesses what that means for people. Counting reads whole tables, so it is done at night or when it is asked for.
create table known_counts (
    county text not null references counties,
    kind text not null,
    things bigint not null,
    counted_at timestamptz not null,
    primary key (county, kind)
);
select protect_by_county('known_counts');
