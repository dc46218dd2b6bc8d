-- Who took a list of people along as a file, which list, with which columns, how many people, when: appended.
create table people_exports (
    county text not null references counties,
    id uuid not null,
    exported_by uuid not null,
    exported_at timestamptz not null,
    format text not null check (format in ('XLSX', 'CSV')),
    list text not null,
    columns text not null,
    people int not null,
    primary key (county, id),
    foreign key (county, exported_by) references people (county, id)
);
select protect_by_county('people_exports');
revoke update, delete on people_exports from "${app_role}";
