-- What stores sold through which account, by month of China's time, as order files name the account; empty where they name none. Worked out anew for a store whenever its orders change.
create table hosted_sales (
    county text not null references counties,
    store uuid not null,
    platform text not null,
    host_id text not null,
    -- Its first day.
    month date not null,
    host_name text not null,
    lines integer not null,
    fen bigint not null,
    primary key (county, store, platform, host_id, month),
    foreign key (county, store) references stores (county, id)
);
create index hosted_sales_of_account on hosted_sales (county, platform, host_id, store);
select protect_by_county('hosted_sales');

-- Whose an account is, as the office says; a later row outdates an earlier one, nothing is edited.
create table host_accounts (
    county text not null references counties,
    id uuid not null,
    platform text not null,
    host_id text not null,
    whose text not null check (whose in ('VILLAGER', 'OFFICIAL', 'OTHER')),
    reason text not null,
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (county, id),
    foreign key (county, said_by) references people (county, id)
);
create index host_accounts_of_account on host_accounts (county, platform, host_id, id);
select protect_by_county('host_accounts');
revoke update, delete on host_accounts from "${app_role}";

-- What the order lines of these stores say. Where an account is known by its name alone, that stands for its number.
create function counted_hosted_sales(of_county text, of_stores uuid[]) returns setof hosted_sales language sql stable set search_path from current as $$
    select county, store, platform, coalesce(nullif(host_id, ''), host_name),
        date_trunc('month', ordered_at at time zone 'Asia/Shanghai')::date,
        (array_agg(host_name order by ordered_at desc, order_no, item_no))[1], count(*)::int, sum(paid_fen - refunded_fen)::bigint
    from order_lines
    where county = of_county and store = any(of_stores) and state = 'COMPLETED'
    group by 1, 2, 3, 4, 5;
$$;

create function recount_hosted_sales(of_county text, of_store uuid) returns void language sql set search_path from current as $$
    delete from hosted_sales where county = of_county and store = of_store;
    insert into hosted_sales select * from counted_hosted_sales(of_county, array[of_store]);
$$;

-- Of somebody who is erased the amounts stay; through which account is forgotten, and what was written about accounts that sold for them, all of it where they sold for
-- them alone. Their order lines still name these: replicas of the version before count none.
create function erase_hosts(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
declare
    mine uuid[];
    account record;
begin
    perform require_erasure(of_county, of_person);
    select coalesce(array_agg(id), '{}') into mine from stores where county = of_county and trainee = of_person;
    for account in
        select platform, coalesce(nullif(host_id, ''), host_name) as host from order_lines where county = of_county and store = any(mine)
        union select platform, coalesce(nullif(host_id, ''), host_name) from held_order_lines where county = of_county and store = any(mine)
        union select platform, host_id from hosted_sales where county = of_county and store = any(mine)
    loop
        if exists (select 1 from hosted_sales o where o.county = of_county and o.platform = account.platform and o.host_id = account.host
            and o.store <> all(mine)) then
            update host_accounts set reason = '×' where county = of_county and platform = account.platform and host_id = account.host;
        else
            delete from host_accounts where county = of_county and platform = account.platform and host_id = account.host;
        end if;
    end loop;
    with gone as (
        delete from hosted_sales where county = of_county and store = any(mine) returning *
    )
    insert into hosted_sales
    select county, store, platform, '', month, '', sum(lines)::int, sum(fen)::bigint from gone group by 1, 2, 3, 5;
end
$$;
revoke execute on function erase_hosts(text, uuid) from public;

-- Replicas of the version before erase by this alone.
create or replace function erase_from_store(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    perform erase_hosts(of_county, of_person);
    update gate_evidence e set words = '', link = '', photo = '' from stores s
        where s.county = of_county and s.trainee = of_person and e.county = s.county and e.store = s.id;
    update gate_checks c set note = '' from stores s
        where s.county = of_county and s.trainee = of_person and c.county = s.county and c.store = s.id;
    update store_turns t set link = '', note = '', photo = '' from stores s
        where s.county = of_county and s.trainee = of_person and t.county = s.county and t.store = s.id;
    update order_lines o set host_id = '', host_name = '' from stores s
        where s.county = of_county and s.trainee = of_person and o.county = s.county and o.store = s.id;
    update held_order_lines o set host_id = '', host_name = '' from stores s
        where s.county = of_county and s.trainee = of_person and o.county = s.county and o.store = s.id;
    update order_decisions d set reason = '×' from order_lines o join stores s on s.county = o.county and s.id = o.store
        where s.county = of_county and s.trainee = of_person
        and d.county = o.county and d.platform = o.platform and d.order_no = o.order_no;
    update order_decisions d set reason = '×' from stores s
        where s.county = of_county and s.trainee = of_person and d.county = s.county and d.store = s.id;
    delete from session_photos f using photos p
        where p.county = of_county and p.trainee = of_person and f.county = p.county and f.photo = p.id;
    delete from follow_up_photos f using photos p left join stores s on s.county = p.county and s.id = p.store
        where p.county = of_county and coalesce(p.trainee, s.trainee) = of_person and f.county = p.county and f.photo = p.id;
    delete from photos p where p.county = of_county and (p.trainee = of_person
        or p.store in (select s.id from stores s where s.county = of_county and s.trainee = of_person));
    perform recount_usage(of_county, array[of_person]);
end
$$;
