-- What stores sold through which account, by month of China's time, as order files name the account; empty where they name none. Worked out anew for a store whenever its orders change.
select set_config('tianbo.county', '*', true);

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

-- Where an account is known by its name alone, that stands for its number.
create function recount_hosted_sales(of_county text, of_store uuid) returns void language sql set search_path from current as $$
    delete from hosted_sales where county = of_county and store = of_store;
    insert into hosted_sales (county, store, platform, host_id, month, host_name, lines, fen)
    select county, store, platform, coalesce(nullif(host_id, ''), host_name),
        date_trunc('month', ordered_at at time zone 'Asia/Shanghai')::date,
        (array_agg(host_name order by ordered_at desc, order_no, item_no))[1], count(*)::int, sum(paid_fen - refunded_fen)
    from order_lines
    where county = of_county and store = of_store and state = 'COMPLETED'
    group by 1, 2, 3, 4, 5;
$$;

-- Of somebody who is erased the amounts stay; through which account is forgotten, and what was written about an account that sold for them alone.
create function erase_hosts(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from host_accounts a using hosted_sales h, stores s
        where s.county = of_county and s.trainee = of_person and h.county = s.county and h.store = s.id
        and a.county = h.county and a.platform = h.platform and a.host_id = h.host_id
        and not exists (select 1 from hosted_sales o where o.county = h.county and o.platform = h.platform
            and o.host_id = h.host_id and o.store <> h.store);
    with gone as (
        delete from hosted_sales h using stores s
        where s.county = of_county and s.trainee = of_person and h.county = s.county and h.store = s.id
        returning h.*
    )
    insert into hosted_sales
    select county, store, platform, '', month, '', sum(lines)::int, sum(fen)::bigint from gone group by 1, 2, 3, 5;
end
$$;
revoke execute on function erase_hosts(text, uuid) from public;
grant execute on function erase_hosts(text, uuid) to "${app_role}";

insert into hosted_sales (county, store, platform, host_id, month, host_name, lines, fen)
select county, store, platform, coalesce(nullif(host_id, ''), host_name),
    date_trunc('month', ordered_at at time zone 'Asia/Shanghai')::date,
    (array_agg(host_name order by ordered_at desc, order_no, item_no))[1], count(*)::int, sum(paid_fen - refunded_fen)
from order_lines where state = 'COMPLETED'
group by 1, 2, 3, 4, 5;
