-- A sample of visits whose trainees are called again. Whoever has the seed and the population draws the same sample.
create table spot_checks (
    county text not null references counties,
    id uuid not null,
    -- What was asked for: a class or all of them, visits of these days, a number of them or a percentage.
    cohort uuid,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    wanted integer not null check (wanted > 0),
    percent boolean not null,
    seed text not null,
    -- The visits there were, in the order of their ids, and the SHA-256 of their ids with a line break behind each.
    population uuid[] not null,
    population_digest text not null,
    drawn_by uuid not null,
    drawn_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, drawn_by) references people (county, id)
);
select protect_by_county('spot_checks');
revoke update, delete on spot_checks from "${app_role}";

create table spot_check_visits (
    county text not null references counties,
    sample uuid not null,
    ordinal integer not null,
    visit uuid not null,
    primary key (county, sample, visit),
    unique (county, sample, ordinal),
    foreign key (county, sample) references spot_checks (county, id),
    foreign key (county, visit) references follow_up_visits (county, id)
);
select protect_by_county('spot_check_visits');
revoke update, delete on spot_check_visits from "${app_role}";

-- Each call: appended. What the last answered call says counts; a call that nobody answered is an attempt.
create table spot_check_calls (
    county text not null references counties,
    id uuid not null,
    sample uuid not null,
    visit uuid not null,
    result text not null check (result in ('NOT_REACHED', 'CONFIRMED', 'CONTRADICTED')),
    -- What was contradicted; may say more of the others.
    words text not null check (result <> 'CONTRADICTED' or words <> ''),
    called_by uuid not null,
    called_at timestamptz not null,
    primary key (county, id),
    foreign key (county, sample, visit) references spot_check_visits (county, sample, visit),
    foreign key (county, called_by) references people (county, id)
);
create index spot_check_calls_by_sample on spot_check_calls (county, sample, visit, id);
select protect_by_county('spot_check_calls');
revoke update, delete on spot_check_calls from "${app_role}";
