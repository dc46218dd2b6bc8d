-- A submitted attempt and what a mentor makes of it. The draft is one document, because it is saved as one; what others ask for stands in columns.
create table reviews (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    attempt uuid not null,
    attempt_no int not null,
    title text not null,
    format text not null,
    submitted_at timestamptz not null,
    due_at timestamptz not null,
    state text not null check (state in ('WAITING', 'CLAIMED', 'PUBLISHED')),
    mentor uuid,
    lease_until timestamptz,
    rubric_version text,
    draft jsonb not null,
    saved_at timestamptz,
    score int check (score between 0 and 100),
    vetoed boolean not null default false,
    published_at timestamptz,
    version bigint not null,
    primary key (county, id),
    unique (county, attempt),
    foreign key (county, trainee) references people (county, id),
    foreign key (county, mentor) references people (county, id),
    check (state = 'WAITING' or (mentor is not null and rubric_version is not null)),
    check (state <> 'CLAIMED' or lease_until is not null),
    check (state <> 'PUBLISHED' or (score is not null and published_at is not null))
);
-- The queue, oldest due first; and a trainee's reviews in the order they were given.
create index reviews_open on reviews (county, due_at, id) where state <> 'PUBLISHED';
create index reviews_by_trainee on reviews (county, trainee, published_at);
select protect_by_county('reviews');
