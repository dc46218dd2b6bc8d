-- What was shown to open a store is emptied once its time is over; that it was shown, and what was found about it, stays.
alter table gate_evidence add column removed_at timestamptz;

alter table removals
    drop constraint removals_rule_check,
    add constraint removals_rule_check check (
        rule in ('RECORDINGS', 'MESSAGES', 'REQUESTS', 'LOOKS', 'PRODUCE', 'SELLERS', 'IDENTITY', 'COPIES', 'ERASURE'));

-- The photo of what was shown, where nothing else shows it.
create function photo_of_evidence(of_county text, of_evidence uuid) returns setof photos language sql stable set search_path from current as $$
    select p.* from gate_evidence e
    join photos p on p.county = e.county and p.store = e.store and p.id::text = e.photo
    where e.county = of_county and e.id = of_evidence
        and not exists (select 1 from gate_evidence o
            where o.county = e.county and o.store = e.store and o.photo = e.photo and o.id <> e.id)
        and not exists (select 1 from store_turns t where t.county = e.county and t.store = e.store and t.photo = e.photo)
        and not exists (select 1 from follow_up_photos f where f.county = p.county and f.photo = p.id);
$$;

-- Runs as the owner of the tables, of which the application may only append. The photo's bytes are removed before.
create function remove_evidence(of_county text, of_evidence uuid, at timestamptz) returns void language plpgsql security definer set search_path from current as $$
declare
    shown uuid;
    giver uuid;
begin
    select id, kept_by into shown, giver from photo_of_evidence(of_county, of_evidence);
    update gate_evidence set words = '', link = '', photo = '', removed_at = at
        where county = of_county and id = of_evidence and removed_at is null;
    if shown is not null then
        delete from photos where county = of_county and id = shown;
        perform recount_usage(of_county, array[giver]);
    end if;
end
$$;
revoke execute on function remove_evidence(text, uuid, timestamptz) from public;
grant execute on function remove_evidence(text, uuid, timestamptz) to "${app_role}";
