-- What counties set for themselves: every change with who, when and why; a later version outdates an earlier one, nothing is edited.
create table county_settings (
    county text not null references counties,
    key text not null check (key ~ '^[a-z]+\.[a-z-]+$'),
    version bigint not null check (version > 0),
    -- Numbers by the names of the setting's fields; null once it was put back to what is usual.
    value jsonb,
    -- Empty, and nobody's, for what was set before both were recorded.
    reason text not null,
    set_by uuid,
    set_at timestamptz not null,
    primary key (county, key, version),
    foreign key (county, set_by) references people (county, id)
);
select protect_by_county('county_settings');
revoke update, delete on county_settings from "${app_role}";
