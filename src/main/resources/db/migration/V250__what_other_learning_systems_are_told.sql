-- What trainees have done, for the county's other learning systems. A statement gets its number and the time of storing when somebody first asks after its transaction is over, so that whoever reads on by number misses none that was long under way.
create table statements (
    county text not null references counties,
    id uuid not null,
    -- In the order of appending.
    noted bigint generated always as identity,
    verb text not null,
    -- None where an earlier statement is taken back.
    person uuid,
    object text not null,
    score integer check (score between 0 and 100),
    happened_at timestamptz not null,
    seq bigint,
    stored_at timestamptz,
    primary key (county, id),
    unique (county, seq),
    foreign key (county, person) references people (county, id),
    check ((seq is null) = (stored_at is null)),
    check ((person is null) = (verb = 'VOIDED'))
);
create index statements_without_number on statements (county, noted) where seq is null;
create index statements_by_storing on statements (county, stored_at);
create index statements_of_person on statements (county, person, seq);
select protect_by_county('statements');
revoke delete on statements from "${app_role}";

-- The number and the time that were given last. Statements may be erased, and others know their numbers still: none is given twice. Whoever gives numbers, or erases, holds the row.
create table statement_numbers (
    county text primary key references counties,
    seq bigint not null,
    stored_at timestamptz not null
);
select protect_by_county('statement_numbers');
revoke delete on statement_numbers from "${app_role}";

-- Nothing that was told of somebody stays. What other systems may have fetched already is taken back in words they know.
create function erase_from_interop(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    -- What is being numbered just now would be told without being taken back.
    insert into statement_numbers as n (county, seq, stored_at) values (of_county, 0, 'epoch') on conflict (county) do update set seq = n.seq;
    insert into statements (county, id, verb, object, happened_at)
        select county, gen_random_uuid(), 'VOIDED', id::text, now() from statements
        where county = of_county and person = of_person and seq is not null order by seq;
    delete from statements where county = of_county and person = of_person;
end
$$;
revoke execute on function erase_from_interop(text, uuid) from public;
grant execute on function erase_from_interop(text, uuid) to "${app_role}";
