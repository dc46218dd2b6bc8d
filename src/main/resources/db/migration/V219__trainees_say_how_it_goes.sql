-- What trainees say themselves of how it goes, months after their class: one of three faces and at most one sentence. Appended; the last answer to a round counts.
create table satisfaction_answers (
    county text not null references counties,
    -- Named by the phone: sent twice it is here once.
    id uuid not null,
    cohort uuid not null,
    trainee uuid not null,
    round smallint not null check (round between 1 and 3),
    face text not null check (face in ('GOOD', 'FAIR', 'POOR')),
    words text not null,
    -- By the phone's clock, as told, and when we learnt of it.
    said_at timestamptz not null,
    received_at timestamptz not null,
    primary key (county, id),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee)
);
create index satisfaction_answers_by_trainee on satisfaction_answers (county, cohort, round, trainee, received_at desc, id desc);
select protect_by_county('satisfaction_answers');
revoke update, delete on satisfaction_answers from "${app_role}";
