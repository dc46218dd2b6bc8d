-- What somebody says is wrong about them: what stood there, what they say is right and why, and what became of it.
create table correction_requests (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    field text not null check (field in ('NAME', 'PHONE', 'GENDER', 'VILLAGE', 'OTHER')),
    old_value text not null,
    new_value text not null,
    reason text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('WAITING', 'DONE', 'REFUSED')),
    -- By themselves where they may do it at once.
    decided_by uuid,
    decided_at timestamptz,
    words text not null default '',
    primary key (county, id),
    foreign key (county, person) references people (county, id),
    foreign key (county, decided_by) references people (county, id),
    check ((state = 'WAITING') = (decided_at is null))
);
create index correction_requests_by_person on correction_requests (county, person, asked_at desc);
create index correction_requests_waiting on correction_requests (county, asked_at, id) where state = 'WAITING';
select protect_by_county('correction_requests');
revoke delete on correction_requests from "${app_role}";
