-- When somebody had a county's chain checked, how far that has come, and what was found.
create table ledger_checks (
    county text not null references counties,
    id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    entries bigint not null,
    checked bigint not null,
    ended_at timestamptz,
    -- Null while nothing is known to be broken.
    broken_at bigint,
    fault text,
    hash text not null,
    primary key (county, id)
);
select protect_by_county('ledger_checks');
revoke delete on ledger_checks from "${app_role}";
