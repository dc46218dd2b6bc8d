-- What a person should know, until they have seen it. One message of a kind about one thing.
create table inbox_messages (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    kind text not null,
    subject uuid not null,
    title text not null,
    about_at timestamptz not null,
    link text not null,
    created_at timestamptz not null,
    seen_at timestamptz,
    primary key (county, id),
    unique (county, person, kind, subject),
    foreign key (county, person) references people (county, id)
);
create index inbox_messages_unseen on inbox_messages (county, person, about_at) where seen_at is null;
select protect_by_county('inbox_messages');
