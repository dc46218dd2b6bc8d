-- The county's video stops at a second and asks a question of the lesson's pool. The question is named alone, for its words are
-- the lesson's: whoever answers says which version they were shown.
create table film_questions (
    county text not null references counties,
    film uuid not null,
    item text not null,
    at_second integer not null check (at_second > 0),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (county, film, item),
    unique (county, film, at_second),
    foreign key (county, film) references films (county, id),
    foreign key (county, added_by) references people (county, id)
);
select protect_by_county('film_questions');
