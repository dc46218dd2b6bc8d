-- Only a migration that runs outside a transaction leaves a row of its failure, for example when the connection was lost; what stood in a transaction is rolled back whole.
-- Each of those few can be run again (SchemaIT lists them), so that nobody has to repair anything by hand: the next start, or the next word "migrate", runs it once more.
do $$
begin
    if to_regclass('flyway_schema_history') is not null then
        delete from flyway_schema_history where not success;
    end if;
end
$$;
