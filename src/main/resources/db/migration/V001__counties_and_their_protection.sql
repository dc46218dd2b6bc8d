-- A county is the tenant. Its tables carry its id in front of every key, and PostgreSQL itself refuses other counties' rows.
create table counties (
    id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
    name_zh text not null,
    name_en text not null
);
grant select, insert, update on counties to "${app_role}";

-- '*' is the root: the operator, public verification, the province. An unset county sees nothing.
create function sees_county(row_county text) returns boolean language sql stable parallel safe as $$
    select current_setting('tianbo.county', true) in (row_county, '*')
$$;

create function protect_by_county(table_name text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy own_county on %I using (sees_county(county)) with check (sees_county(county))', table_name);
    execute format('grant select, insert, update, delete on %I to "${app_role}"', table_name);
end
$$;
