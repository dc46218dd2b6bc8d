-- What the phone sent. A row is written after its bytes are on disk, and never changed or removed afterwards.
create table takes (
    county text not null,
    attempt uuid not null,
    take int not null,
    type text not null,
    chunks int,
    started_at timestamptz,
    ended_at timestamptz,
    primary key (county, attempt, take),
    foreign key (county, attempt) references attempts (county, id)
);
select protect_by_county('takes');

create table chunks (
    county text not null,
    attempt uuid not null,
    take int not null,
    seq int not null,
    size bigint not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    key text not null,
    primary key (county, attempt, take, seq),
    foreign key (county, attempt, take) references takes (county, attempt, take)
);
select protect_by_county('chunks');
