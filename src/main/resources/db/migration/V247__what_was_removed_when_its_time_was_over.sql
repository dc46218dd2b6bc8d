-- What was removed because its time was over or somebody was erased: under which rule, when, how many. It names nobody.
create table removals (
    county text not null references counties,
    id uuid not null,
    rule text not null check (rule in ('RECORDINGS', 'MESSAGES', 'REQUESTS', 'LOOKS', 'COPIES', 'ERASURE')),
    -- All of it was older than this; null where age does not matter.
    older_than timestamptz,
    things int not null check (things > 0),
    removed_at timestamptz not null,
    primary key (county, id)
);
select protect_by_county('removals');
revoke update, delete on removals from "${app_role}";
