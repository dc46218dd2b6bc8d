-- What is said in a video, as WebVTT: one text each, written anew by the application after it was checked.
create table film_captions (
    county text not null references counties,
    film uuid not null,
    vtt text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, film),
    foreign key (county, film) references films (county, id),
    foreign key (county, changed_by) references people (county, id)
);
select protect_by_county('film_captions');
