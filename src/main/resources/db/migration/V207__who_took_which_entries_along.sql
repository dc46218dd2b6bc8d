-- Files of the ledger that somebody took along: who, when, and what of it.
create table ledger_exports (
    county text not null references counties,
    id uuid not null,
    exported_by uuid not null,
    exported_at timestamptz not null,
    format text not null check (format in ('XLSX', 'CSV', 'PDF')),
    -- The query of the list's address; empty for all of it.
    list text not null,
    entries integer not null,
    primary key (county, id),
    foreign key (county, exported_by) references people (county, id)
);
select protect_by_county('ledger_exports');
revoke update, delete on ledger_exports from "${app_role}";
