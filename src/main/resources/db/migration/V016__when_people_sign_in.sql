-- When each of a county's people first and last signed in at pages; a program that brings a token is not counted.
create table sign_ins (
    county text not null references counties,
    person uuid not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (county, person),
    foreign key (county, person) references people (county, id)
);
select protect_by_county('sign_ins');
