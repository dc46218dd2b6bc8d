-- Who hosted what a county sold is read as counts, however many stores and accounts it has. Whatever changes hosted_sales or what is said of an account takes off what its stores and accounts
-- were counted as and adds what they are now, in its own transaction; a job of the night proves the counts equal to the sales themselves. What was sold before is added by V371.

-- Stores and accounts by the months in which they sold so, and how much that was.
create table hosting_counts (
    county text not null references counties,
    -- Whose the accounts are: as host_accounts says last, UNSAID, or NONE where a file names no account.
    whose text not null,
    month date not null,
    -- The month before it in which the same store or account sold so, '-infinity' for its first: whoever asks for months from one to another counts it once, in the first of them.
    since date not null,
    stores integer not null,
    accounts integer not null,
    lines integer not null,
    fen bigint not null,
    primary key (county, whose, month, since)
);
select protect_by_county('hosting_counts');

create function whose_account(of_county text, of_platform text, of_host text) returns text language sql stable as $$
    select case when of_host = '' then 'NONE' else coalesce((
        select whose from host_accounts where county = of_county and platform = of_platform and host_id = of_host
        order by id desc limit 1), 'UNSAID') end
$$;

-- What these stores and these accounts have to be counted as; a platform and a host beside each other name an account.
create function hosting_of(of_county text, of_stores uuid[], of_platforms text[], of_hosts text[]) returns setof hosting_counts language sql stable as $$
    -- Looked up once for each account, not for each sale.
    with owned as materialized (
        select platform, host_id, whose_account(of_county, platform, host_id) as whose
        from (select distinct platform, host_id from hosted_sales where county = of_county and store = any(of_stores)) as through
    )
    select of_county, whose, month, since, count(*)::int, 0, sum(lines)::int, sum(fen)::bigint
    from (
        select whose, month, coalesce(lag(month) over (partition by store, whose order by month), '-infinity') as since, sum(lines) as lines, sum(fen) as fen
        from hosted_sales
        join owned using (platform, host_id)
        where county = of_county and store = any(of_stores)
        group by store, whose, month
    ) as selling
    group by whose, month, since
    union all
    select of_county, whose, month, since, 0, count(*)::int, 0, 0
    from (
        select whose_account(of_county, platform, host_id) as whose, month,
            coalesce(lag(month) over (partition by platform, host_id order by month), '-infinity') as since
        from (
            select distinct s.platform, s.host_id, s.month from hosted_sales s
            where s.county = of_county and s.host_id <> ''
                and (s.platform, s.host_id) in (select platform, host from unnest(of_platforms, of_hosts) as named (platform, host))
        ) as hosting
    ) as accounts
    group by whose, month, since
$$;

-- Adds these stores and accounts to the counts, or takes them off with a sign of -1.
create function add_hosting(sign integer, of_county text, of_stores uuid[], of_platforms text[], of_hosts text[]) returns void language sql as $$
    insert into hosting_counts as kept
    select of_county, whose, month, since, sign * sum(stores)::int, sign * sum(accounts)::int, sign * sum(lines)::int, sign * sum(fen)::bigint
    from hosting_of(of_county, of_stores, of_platforms, of_hosts) group by whose, month, since
    on conflict (county, whose, month, since) do update set
        stores = kept.stores + excluded.stores,
        accounts = kept.accounts + excluded.accounts,
        lines = kept.lines + excluded.lines,
        fen = kept.fen + excluded.fen
$$;

-- Of a county one transaction at a time changes who sold what: what it takes off is what the one before it added.
create function hold_hosting(of_county text) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('hosting of ' || of_county, 0))
$$;

-- As V286 has it; counts the store and its accounts along, where something changes. An account is counted over all stores of the county, which may be thousands: only where it sells in a month in
-- which it sold for nobody, or no longer for anybody.
create or replace function recount_hosted_sales(of_county text, of_store uuid) returns void language plpgsql set search_path from current as $$
declare
    fresh hosted_sales[];
    platforms text[];
    hosts text[];
begin
    perform hold_hosting(of_county);
    select coalesce(array_agg(c), '{}') into fresh from counted_hosted_sales(of_county, array[of_store]) c;
    if not exists (
        (select * from hosted_sales where county = of_county and store = of_store except select * from unnest(fresh))
        union all (select * from unnest(fresh) except select * from hosted_sales where county = of_county and store = of_store)
    ) then
        return;
    end if;
    select coalesce(array_agg(platform), '{}'), coalesce(array_agg(host_id), '{}') into platforms, hosts
    from (
        select distinct one.platform, one.host_id
        from (
            (select platform, host_id, month from hosted_sales where county = of_county and store = of_store except select platform, host_id, month from unnest(fresh))
            union all
            (select platform, host_id, month from unnest(fresh) except select platform, host_id, month from hosted_sales where county = of_county and store = of_store)
        ) as one
        where one.host_id <> '' and not exists (
            select 1 from hosted_sales o
            where o.county = of_county and o.platform = one.platform and o.host_id = one.host_id and o.month = one.month and o.store <> of_store)
    ) as named;
    perform add_hosting(-1, of_county, array[of_store], platforms, hosts);
    delete from hosted_sales where county = of_county and store = of_store;
    insert into hosted_sales select * from unnest(fresh);
    perform add_hosting(1, of_county, array[of_store], platforms, hosts);
end
$$;

-- What is said of an account moves it and all it sold from one owner to another; it is said of one at a time. PostgreSQL takes an array for ten values: of thousands of stores it would compare each
-- sale with each account.
create function move_sales_of_account() returns trigger language plpgsql set enable_nestloop = off as $$
declare
    selling uuid[];
begin
    perform hold_hosting(new.county);
    select coalesce(array_agg(distinct store), '{}') into selling
    from hosted_sales where county = new.county and platform = new.platform and host_id = new.host_id;
    perform add_hosting(case tg_when when 'BEFORE' then -1 else 1 end, new.county, selling, array[new.platform], array[new.host_id]);
    return new;
end
$$;
create trigger accounts_are_taken_off before insert on host_accounts for each row execute function move_sales_of_account();
create trigger accounts_are_added after insert on host_accounts for each row execute function move_sales_of_account();

-- As V286 has it; the counts forget the accounts, too.
create or replace function erase_hosts(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
declare
    mine uuid[];
    platforms text[];
    hosts text[];
    account record;
begin
    perform require_erasure(of_county, of_person);
    -- Stores first, as whoever brings in orders has them locked when they are counted: the other way around each could wait for the other.
    perform 1 from stores where county = of_county and trainee = of_person order by id for update;
    perform hold_hosting(of_county);
    select coalesce(array_agg(id), '{}') into mine from stores where county = of_county and trainee = of_person;
    select coalesce(array_agg(platform), '{}'), coalesce(array_agg(host_id), '{}') into platforms, hosts
    from (select distinct platform, host_id from hosted_sales where county = of_county and store = any(mine)) as named;
    perform add_hosting(-1, of_county, mine, platforms, hosts);
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
    perform add_hosting(1, of_county, mine, platforms, hosts);
end
$$;

-- Counts a county anew from its sales, and adds what was missing; returns how many counts were wrong. Without nested loops for the reason said above.
create function recount_hosting(of_county text) returns integer language plpgsql set enable_nestloop = off as $$
declare
    selling uuid[];
    platforms text[];
    hosts text[];
    mended integer;
begin
    perform hold_hosting(of_county);
    select coalesce(array_agg(distinct store), '{}') into selling from hosted_sales where county = of_county;
    select coalesce(array_agg(platform), '{}'), coalesce(array_agg(host_id), '{}') into platforms, hosts
    from (select distinct platform, host_id from hosted_sales where county = of_county) as named;

    with compared as (
        select whose, month, since, stores, accounts, lines, fen from hosting_of(of_county, selling, platforms, hosts)
        union all
        select whose, month, since, -stores, -accounts, -lines, -fen from hosting_counts where county = of_county
    ), differing as (
        select whose, month, since, sum(stores)::int as stores, sum(accounts)::int as accounts, sum(lines)::int as lines, sum(fen)::bigint as fen
        from compared group by whose, month, since
        having (sum(stores), sum(accounts), sum(lines), sum(fen)) <> (0, 0, 0, 0)
    ), counted as (
        insert into hosting_counts as kept
        select of_county, whose, month, since, stores, accounts, lines, fen from differing
        on conflict (county, whose, month, since) do update set
            stores = kept.stores + excluded.stores,
            accounts = kept.accounts + excluded.accounts,
            lines = kept.lines + excluded.lines,
            fen = kept.fen + excluded.fen
    )
    select count(*) into mended from differing;

    delete from hosting_counts where county = of_county and (stores, accounts, lines, fen) = (0, 0, 0, 0);
    return mended;
end
$$;
