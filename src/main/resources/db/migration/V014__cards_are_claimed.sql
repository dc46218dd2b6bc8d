-- Who begins to make a person's card claims it first: two presses of one form, which may reach two replicas, make one card.
create table card_claims (
    county text not null references counties (id),
    person uuid not null,
    claimed_at timestamptz not null,
    primary key (county, person),
    foreign key (county, person) references people (county, id)
);
select protect_by_county('card_claims');
