-- A photo is kept as soon as it is sent, and the form it came with may never be. What nothing refers to is removed after its time.
alter table removals
    drop constraint removals_rule_check,
    add constraint removals_rule_check check (
        rule in ('RECORDINGS', 'MESSAGES', 'REQUESTS', 'LOOKS', 'PRODUCE', 'SELLERS', 'IDENTITY', 'UNSENT', 'COPIES', 'ERASURE'));

-- Without a setting of its own it becomes a part of the statement that asks: for one photo it looks at that one alone.
create function unsent_photos(of_county text, given_before timestamptz) returns setof photos language sql stable as $$
    select p.* from photos p
    where p.county = of_county and p.kept_at < given_before
        and not exists (select 1 from gate_evidence e where e.county = p.county and e.store = p.store and e.photo = p.id::text)
        and not exists (select 1 from store_turns t where t.county = p.county and t.store = p.store and t.photo = p.id::text)
        and not exists (select 1 from follow_up_photos f where f.county = p.county and f.photo = p.id)
        and not exists (select 1 from session_photos s where s.county = p.county and s.photo = p.id);
$$;

-- Both run as the owner of the tables, of which the application may only append. Between the two the bytes are removed:
-- whoever refers to the photo meanwhile waits, and is refused once it is gone.
create function hold_unsent_photo(of_county text, of_photo uuid, given_before timestamptz) returns setof text language plpgsql security definer set search_path from current as $$
begin
    perform 1 from photos where county = of_county and id = of_photo for update;
    return query select u.object_key from unsent_photos(of_county, given_before) u where u.id = of_photo;
end
$$;
create function remove_unsent_photo(of_county text, of_photo uuid, given_before timestamptz) returns void language plpgsql security definer set search_path from current as $$
declare
    giver uuid;
begin
    delete from photos p where p.county = of_county and p.id = of_photo
        and exists (select 1 from unsent_photos(of_county, given_before) u where u.id = of_photo)
        returning p.kept_by into giver;
    perform recount_usage(of_county, array[giver]);
end
$$;
revoke execute on function hold_unsent_photo(text, uuid, timestamptz), remove_unsent_photo(text, uuid, timestamptz) from public;
grant execute on function hold_unsent_photo(text, uuid, timestamptz), remove_unsent_photo(text, uuid, timestamptz) to "${app_role}";
