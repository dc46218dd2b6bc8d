-- County by county, each in a transaction of its own (see the .conf beside this), so that whoever folds what changes in a county waits for that county alone. A county that
-- cannot be counted must not keep the release from coming: the night counts it again.
do $$
declare
    one record;
begin
    perform set_config('tianbo.county', '*', true);
    for one in select id from counties order by id loop
        perform set_config('tianbo.county', '*', true);
        begin
            perform recount_villages(one.id);
        exception when others then
            raise warning 'The villages of % are left for the night: %', one.id, sqlerrm;
        end;
        commit;
    end loop;
end
$$;
