-- A foreign key looks at people once for every row: half of what a call of five hundred records cost. One look serves all rows of a statement, with the same
-- promise and the same error, and locks the person in the same way.
alter table sync_records drop constraint sync_records_county_person_fkey;

create function sync_records_know_their_people() returns trigger language plpgsql as $$
begin
    perform 1 from people where (county, id) in (select county, person from told) for key share;
    if exists (
        select 1 from (select distinct county, person from told) one
        where not exists (select 1 from people where people.county = one.county and people.id = one.person)
    ) then
        raise foreign_key_violation using message = 'a record of somebody who is not in people';
    end if;
    return null;
end
$$;
create trigger sync_records_know_their_people after insert on sync_records
    referencing new table as told for each statement execute function sync_records_know_their_people();

create function people_keep_their_sync_records() returns trigger language plpgsql as $$
begin
    if exists (select 1 from gone join sync_records on sync_records.county = gone.county and sync_records.person = gone.id) then
        raise foreign_key_violation using message = 'somebody with records in sync_records';
    end if;
    return null;
end
$$;
create trigger people_keep_their_sync_records after delete on people
    referencing old table as gone for each statement execute function people_keep_their_sync_records();
