-- Somebody helps a trainee, on a phone of their own or on the trainee's: asked for by a code, allowed by the trainee, ended by either.
create table helpings (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    -- As the helper typed it; empty until somebody opened the code.
    helper text not null default '',
    -- Digest of what the helper's browser holds in its cookie.
    device text,
    same_phone boolean not null,
    invited_at timestamptz not null,
    asked_at timestamptz,
    begun_at timestamptz,
    -- Of the code, then of the question, then of the help.
    ends_at timestamptz not null,
    ended_at timestamptz,
    ended_by text check (ended_by in ('TRAINEE', 'HELPER', 'CARD')),
    primary key (county, id),
    foreign key (county, trainee) references people (county, id)
);
create index helpings_by_trainee on helpings (county, trainee, id);
create index helpings_by_device on helpings (county, device) where device is not null;
select protect_by_county('helpings');

-- What somebody did for the trainee: one row a kind and thing.
create table helped_work (
    county text not null,
    helping uuid not null,
    work text not null check (work in ('LEARNING', 'PRACTICE')),
    -- The attempt; zeros where it was about none.
    thing uuid not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (county, helping, work, thing),
    foreign key (county, helping) references helpings (county, id)
);
create index helped_work_by_thing on helped_work (county, thing);
select protect_by_county('helped_work');

create function erase_from_helpings(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from helped_work w using helpings h
        where h.county = of_county and h.trainee = of_person and w.county = h.county and w.helping = h.id;
    delete from helpings where county = of_county and trainee = of_person;
end
$$;
revoke execute on function erase_from_helpings(text, uuid) from public;
grant execute on function erase_from_helpings(text, uuid) to "${app_role}";
