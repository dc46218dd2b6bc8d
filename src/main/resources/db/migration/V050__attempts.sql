-- A rehearsal: one attempt, one recording, however often the network or the phone gave way.
create table attempts (
    county text not null references counties,
    id uuid not null,
    trainee uuid not null,
    title text not null,
    format text not null,
    run_of_show text,
    products jsonb not null,
    state text not null check (state in
        ('planned', 'uploading', 'processing', 'ready', 'submitted', 'reviewed', 'failed')),
    created_at timestamptz not null,
    finished_at timestamptz,
    handed_in_at timestamptz,
    marks jsonb not null,
    recording jsonb,
    failure text,
    version bigint not null,
    primary key (county, id),
    foreign key (county, trainee) references people (county, id)
);
create index attempts_by_trainee on attempts (county, trainee, created_at desc);
select protect_by_county('attempts');
