-- What a county's rehearsals are scored by: every change with who, when and why; a later version outdates an earlier one, nothing is edited.
create table county_rubrics (
    county text not null references counties,
    version bigint not null check (version > 0),
    -- All criteria, those with the weight 0 included, which are not scored; null once it was put back to what is usual.
    criteria jsonb,
    reason text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (county, version),
    foreign key (county, set_by) references people (county, id)
);
select protect_by_county('county_rubrics');
revoke update, delete on county_rubrics from "${app_role}";
