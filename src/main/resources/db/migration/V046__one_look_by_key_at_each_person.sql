-- A statement over the whole of told was planned for the first batch it met, and a connection keeps a plan: after a batch of fifty, people was read whole for every
-- record. Looked up key by key, each plan is the primary key's, whatever came before; scans of whole tables are out of the question here.
create or replace function sync_records_know_their_people() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    one record;
begin
    for one in select distinct county, person from told loop
        perform 1 from people where county = one.county and id = one.person for key share;
        if not found then
            raise foreign_key_violation using message = 'a record of somebody who is not in people';
        end if;
    end loop;
    return null;
end
$$;

create or replace function people_keep_their_sync_records() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    one record;
begin
    for one in select county, id from gone loop
        perform 1 from sync_records where county = one.county and person = one.id limit 1;
        if found then
            raise foreign_key_violation using message = 'somebody with records in sync_records';
        end if;
    end loop;
    return null;
end
$$;
