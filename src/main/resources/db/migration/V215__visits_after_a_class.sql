-- What visitors found 3, 6 and 12 months after a class: appended. A visit that was wrong is followed by the row that corrects it, with the reason.
create table follow_up_visits (
    county text not null references counties,
    -- Named by the phone: sent twice it is here once.
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    round smallint not null check (round between 1 and 3),
    method text not null check (method in ('PHONE', 'IN_PERSON')),
    outcome text not null check (outcome in ('MET', 'NOT_REACHED', 'REFUSED')),
    -- The day as it was told, and the nearest day that can be; only the second is reckoned with.
    visited_on date not null,
    counts_on date not null,
    -- When the form was opened and when it was finished, by the phone's clock; null for what was typed at a desk.
    begun_at timestamptz,
    ended_at timestamptz,
    store_state text check (store_state in ('OPEN', 'PAUSED', 'CLOSED', 'NONE')),
    store_why text not null,
    income_fen bigint check (income_fen >= 0),
    -- The first day of the month the income is of.
    income_month date,
    income_seen text check (income_seen in ('PLATFORM_SCREEN', 'BANK_NOTICE', 'TOLD')),
    -- Seen face to face by a coordinator or officer, or only told.
    income_claim text check (income_claim in ('VERIFIED', 'SELF_REPORTED')),
    help text not null,
    next_step text not null,
    satisfaction smallint check (satisfaction between 1 and 5),
    satisfaction_words text not null,
    -- Where the phone was, with the trainee's consent, and within how many metres.
    latitude double precision,
    longitude double precision,
    accuracy_m real,
    -- Digest of what was written, to find the same words again; null where too little was written.
    text_digest text,
    visited_by uuid not null,
    received_at timestamptz not null,
    -- The row that this one replaces, and why.
    corrects uuid,
    reason text not null,
    -- The visit did not take place after all.
    withdrawn boolean not null,
    primary key (county, id),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee),
    foreign key (county, visited_by) references people (county, id),
    foreign key (county, corrects) references follow_up_visits (county, id),
    check (num_nulls(income_fen, income_month, income_seen, income_claim) in (0, 4)),
    check (num_nulls(latitude, longitude, accuracy_m) in (0, 3)),
    check ((corrects is null) = (reason = ''))
);
create index follow_up_visits_by_trainee on follow_up_visits (county, trainee, cohort, round);
create index follow_up_visits_by_visitor on follow_up_visits (county, visited_by, visited_on);
create index follow_up_visits_by_text on follow_up_visits (county, text_digest) where text_digest is not null;
create index follow_up_visits_by_arrival on follow_up_visits (county, received_at, id);
create unique index follow_up_visits_corrected_once on follow_up_visits (county, corrects) where corrects is not null;
select protect_by_county('follow_up_visits');
revoke update, delete on follow_up_visits from "${app_role}";

-- Who is to visit whom: appended, the last one counts. Nobody's once the visitor is null.
create table follow_up_assignments (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    round smallint not null check (round between 1 and 3),
    visitor uuid,
    assigned_by uuid not null,
    assigned_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee),
    foreign key (county, visitor) references people (county, id),
    foreign key (county, assigned_by) references people (county, id)
);
create index follow_up_assignments_by_trainee on follow_up_assignments (county, cohort, trainee, round, id desc);
select protect_by_county('follow_up_assignments');
revoke update, delete on follow_up_assignments from "${app_role}";
