-- Other systems to which the county has told us to bring things: addresses for milestones (webhooks) and learning record stores. What is to be brought is appended in the transaction in which it happens; one job at a time brings it, in order.
create table connections (
    county text not null references counties,
    id uuid not null,
    kind text not null check (kind in ('WEBHOOK', 'LRS')),
    name text not null,
    address text not null,
    state text not null check (state in ('ACTIVE', 'PAUSED', 'STOPPED', 'REMOVED')),
    -- Each new secret has another number; the secret itself follows from it and the installation's key.
    secret_version int not null default 1,
    -- What a learning record store asks us for, sealed.
    credentials text,
    -- The number of the last statement it has.
    told_through bigint not null default 0,
    made_by uuid not null,
    made_at timestamptz not null,
    -- In a row; none since the last success.
    failures int not null default 0,
    failing_since timestamptz,
    -- It is left alone until then.
    resume_at timestamptz,
    -- A job is with it; after that time it is thought dead.
    busy_until timestamptz,
    primary key (county, id),
    foreign key (county, made_by) references people (county, id)
);
select protect_by_county('connections');
revoke delete on connections from "${app_role}";

create table deliveries (
    county text not null references counties,
    id uuid not null,
    connection uuid not null,
    -- In the order in which they happened.
    noted bigint generated always as identity,
    type text not null,
    person uuid,
    -- What is sent of a milestone or a test; of statements, which.
    body text not null,
    first_seq bigint,
    last_seq bigint,
    state text not null check (state in ('WAITING', 'DELIVERED', 'GAVE_UP')),
    tries int not null default 0,
    made_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    -- What it was answered to the last try; no status where no answer came.
    status int,
    answer text not null default '',
    took_ms int,
    primary key (county, id),
    foreign key (county, connection) references connections (county, id),
    foreign key (county, person) references people (county, id),
    check ((state = 'WAITING') = (ended_at is null))
);
create index deliveries_waiting on deliveries (county, connection, noted) where state = 'WAITING';
create index deliveries_waiting_of_person on deliveries (county, connection, person, noted) where state = 'WAITING';
create index deliveries_by_age on deliveries (made_at) where state = 'WAITING';
create index deliveries_ended on deliveries (ended_at) where ended_at is not null;
create index deliveries_latest on deliveries (county, connection, noted desc);
create index deliveries_of_person on deliveries (county, person);
select protect_by_county('deliveries');

create or replace function erase_from_interop(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from deliveries where county = of_county and person = of_person;
    -- What is being numbered just now would be told without being taken back.
    insert into statement_numbers as n (county, seq, stored_at) values (of_county, 0, 'epoch') on conflict (county) do update set seq = n.seq;
    insert into statements (county, id, verb, object, happened_at)
        select county, gen_random_uuid(), 'VOIDED', id::text, now() from statements
        where county = of_county and person = of_person and seq is not null order by seq;
    delete from statements where county = of_county and person = of_person;
end
$$;
