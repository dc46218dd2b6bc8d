-- The county is named inside each transaction, so that a connection pooler may hand the connection to somebody else after it. A statement that reads rows of a county
-- without having named one is a mistake of ours: it is refused, for an empty list would look like the truth.
create function current_county() returns text language plpgsql stable parallel safe as $$
declare
    county text := current_setting('tianbo.county', true);
begin
    if county is null or county = '' then
        raise insufficient_privilege using message = 'no county was named in this transaction';
    end if;
    return county;
end
$$;

-- As a sub-select it is asked once a statement and not once a row.
create or replace function protect_by_county(table_name text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format('create policy own_county on %I using ((select current_county()) in (county, ''*''))', table_name);
    execute format('grant select, insert, update, delete on %I to "${app_role}"', table_name);
end
$$;

do $$
declare
    protected name;
begin
    for protected in select tablename from pg_policies where schemaname = current_schema() and policyname = 'own_county' loop
        execute format('alter policy own_county on %I using ((select current_county()) in (county, ''*''))'
            || ' with check ((select current_county()) in (county, ''*''))', protected);
    end loop;
end
$$;
drop function sees_county;
