-- Where each trainee stands, derived from sync_records and rebuildable from them.
create table lessons_done (
    county  text        not null,
    trainee uuid        not null,
    lesson  text        not null,
    version text        not null,
    at      timestamptz not null,
    primary key (county, trainee, lesson),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('lessons_done');

-- Scores are per cent; passed_at is the first time the quiz was passed.
create table quiz_results (
    county    text        not null,
    trainee   uuid        not null,
    lesson    text        not null,
    tries     int         not null,
    best      int         not null,
    passed_at timestamptz,
    last      int         not null,
    last_at   timestamptz not null,
    primary key (county, trainee, lesson),
    foreign key (county, trainee) references people (county, id)
);
select protect_by_county('quiz_results');
