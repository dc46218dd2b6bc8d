-- That an attempt waited longer for its review than a trainee is promised, told to the county's office once.
create table overdue_notices (
    county text not null references counties,
    id uuid not null,
    review uuid not null,
    told_at timestamptz not null,
    primary key (county, id),
    unique (county, review),
    foreign key (county, review) references reviews (county, id)
);
select protect_by_county('overdue_notices');
revoke update, delete on overdue_notices from "${app_role}";
