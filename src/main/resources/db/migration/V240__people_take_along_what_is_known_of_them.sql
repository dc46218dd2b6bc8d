-- What is known of somebody, packed for them: made by a job, fetched by themselves alone, removed after a time.
create table data_copies (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    asked_at timestamptz not null,
    -- How many parts there are, and how many are packed by now.
    parts int not null default 0,
    done int not null default 0,
    ready_at timestamptz,
    expires_at timestamptz,
    bytes bigint,
    -- Set when it is removed or could not be made.
    ended_at timestamptz,
    failed boolean not null default false,
    primary key (county, id),
    foreign key (county, person) references people (county, id)
);
create index data_copies_by_person on data_copies (county, person, asked_at desc);
select protect_by_county('data_copies');
revoke delete on data_copies from "${app_role}";
