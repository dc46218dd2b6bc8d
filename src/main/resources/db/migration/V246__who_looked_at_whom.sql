-- Who looked at whose personal data, at what, on which day and how often: the person sees it, officers and auditors too.
create table personal_looks (
    county text not null references counties,
    person uuid not null,
    viewer uuid not null,
    what text not null check (what in ('FILE', 'PRACTICE', 'LIST')),
    day date not null,
    times int not null,
    last_at timestamptz not null,
    primary key (county, person, day, viewer, what)
);
create index personal_looks_by_day on personal_looks (county, day);
select protect_by_county('personal_looks');
