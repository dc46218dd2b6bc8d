-- What a county asks for before it certifies, who reached it, and the certificates; a later row outdates an earlier one, nothing is edited.
create table certification_bars (
    county text not null references counties,
    id uuid not null,
    reviews integer not null check (reviews >= 1),
    mark integer not null check (mark between 0 and 100),
    set_at timestamptz not null,
    primary key (county, id)
);
select protect_by_county('certification_bars');

create table readiness (
    county text not null references counties,
    trainee uuid not null,
    reviews integer not null,
    mark integer not null,
    ready_at timestamptz not null,
    primary key (county, trainee),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('readiness');

create table certificates (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    serial text not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    primary key (county, id),
    unique (county, serial),
    foreign key (county, trainee) references people (county, id),
    foreign key (county, issued_by) references people (county, id)
);
create index certificates_of_trainee on certificates (county, trainee);
select protect_by_county('certificates');

create table certificate_revocations (
    county text not null references counties,
    certificate uuid not null,
    reason text not null,
    revoked_by uuid not null,
    revoked_at timestamptz not null,
    primary key (county, certificate),
    foreign key (county, certificate) references certificates (county, id),
    foreign key (county, revoked_by) references people (county, id)
);
select protect_by_county('certificate_revocations');

revoke update, delete on certification_bars, readiness, certificates, certificate_revocations from "${app_role}";
