-- How the trainees of a county answered inside one of its videos: of each question the first answer, which counts, and the
-- last, which they see. Follows from sync_records and is written with it; a look at a video reads no more than its trainees
-- and questions, however often somebody answered.
create table video_answers (
    county text not null references counties,
    video uuid not null,
    lesson text not null,
    turn text not null check (turn in ('first', 'last')),
    person uuid not null,
    item text not null,
    -- Of the lesson, as it was shown.
    version text not null,
    -- Empty where the question was passed over.
    answer text[] not null,
    -- In sync_records.
    record uuid not null,
    -- A phone's clock that is ahead counts as the time the record came.
    at timestamptz not null,
    primary key (county, video, lesson, turn, person, item),
    foreign key (county, person) references people (county, id)
);
select protect_by_county('video_answers');
