-- How the questions of a course did in a county, as they were counted last: a look at them reads one row, however many answers there are.
create table question_figures (
    county text not null references counties,
    course text not null,
    -- Of the course's lessons: figures of questions in other words are of no use.
    versions text not null,
    counted_at timestamptz not null,
    figures jsonb not null,
    primary key (county, course)
);
select protect_by_county('question_figures');
