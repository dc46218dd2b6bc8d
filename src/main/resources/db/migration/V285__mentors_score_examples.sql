-- How mentors scored the rehearsals that are told in words, before they saw which scores these deserve. Their first answer counts and stays as it is.
create table example_scores (
    county text not null references counties,
    id uuid not null,
    mentor uuid not null,
    example text not null,
    example_version text not null,
    -- Level by criterion.
    scores jsonb not null,
    vetoed boolean not null,
    scored_at timestamptz not null,
    primary key (county, id),
    unique (county, mentor, example, example_version),
    foreign key (county, mentor) references people (county, id)
);
select protect_by_county('example_scores');
revoke update, delete on example_scores from "${app_role}";
