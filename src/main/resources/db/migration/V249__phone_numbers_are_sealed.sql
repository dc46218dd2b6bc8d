-- Phone numbers stand sealed in their columns, which only the application can do: what is there already is sealed by a job. In front of a sealed number stand letters
-- that say its end to whoever has the key; a number that is not sealed yet is turned round, as before.
select set_config('tianbo.county', '*', true);

alter table people drop column phone_end;
alter table people add column phone_end text collate "C"
    generated always as (case when strpos(mobile, '~') > 0 then split_part(mobile, '~', 1) else reverse(mobile) end) stored;

-- Puts the sealed text in the place of the one that was there, also where nothing else is ever changed. Where the same is there sealed already, one of a kind, the other
-- stays until that is decided.
create function seal_phone(of_county text, of_table text, of_column text, of_id uuid, was text, sealed text) returns void
language plpgsql security definer set search_path from current as $$
begin
    if of_table || '.' || of_column not in ('people.mobile', 'person_corrections.old_value', 'person_corrections.new_value', 'join_requests.mobile', 'transfers.mobile',
        'saved_lists.list', 'people_exports.list', 'correction_requests.old_value', 'correction_requests.new_value', 'correction_requests.reason') then
        raise exception '%.% holds no phone numbers', of_table, of_column;
    end if;
    if sealed !~ '~[0-9a-f]{4}:[A-Za-z0-9_-]{38}' then
        raise exception 'No phone number is sealed';
    end if;
    execute format('update %I set %I = $4 where county = $1 and id = $2 and %I = $3', of_table, of_column, of_column) using of_county, of_id, was, sealed;
exception when unique_violation then
    null;
end
$$;
revoke execute on function seal_phone(text, text, text, uuid, text, text) from public;
grant execute on function seal_phone(text, text, text, uuid, text, text) to "${app_role}";
