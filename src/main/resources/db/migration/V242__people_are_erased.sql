-- Who asked that somebody be erased, who of the office confirmed it, and how far it has come. Two people decide: the one who confirms is not the one who asked.
create table erasures (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    reason text not null,
    state text not null check (state in ('WAITING', 'CONFIRMED', 'DONE', 'WITHDRAWN')),
    decided_by uuid,
    decided_at timestamptz,
    -- How many features there are, and how many have erased what they hold.
    parts int not null default 0,
    done int not null default 0,
    -- Since when it is at rest because it was tried in vain.
    failed_at timestamptz,
    ended_at timestamptz,
    primary key (county, id),
    foreign key (county, person) references people (county, id),
    foreign key (county, asked_by) references people (county, id),
    foreign key (county, decided_by) references people (county, id),
    check ((state = 'WAITING') = (decided_at is null)),
    check (state not in ('CONFIRMED', 'DONE') or decided_by <> asked_by),
    check ((state = 'DONE') = (ended_at is not null))
);
create unique index erasures_once on erasures (county, person) where state <> 'WITHDRAWN';
create index erasures_by_time on erasures (county, asked_at desc, id desc);
select protect_by_county('erasures');
revoke delete on erasures from "${app_role}";

-- What was appended can be changed by the functions that erase somebody alone, and only once two people have decided so.
create function require_erasure(of_county text, of_person uuid) returns void language plpgsql as $$
begin
    if not exists (select 1 from erasures where county = of_county and person = of_person and state = 'CONFIRMED') then
        raise exception 'Nobody confirmed that % is erased', of_person;
    end if;
end
$$;
