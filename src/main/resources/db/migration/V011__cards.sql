-- Who was handed a card, when, by whom; a card lost and replaced is a second row. The PIN itself is Keycloak's, hashed.
create table cards (
    county text not null references counties,
    id uuid not null,
    person uuid not null,
    login text not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    primary key (county, id),
    foreign key (county, person) references people (county, id)
);
create index cards_by_person on cards (county, person);
select protect_by_county('cards');
revoke update, delete on cards from "${app_role}";
