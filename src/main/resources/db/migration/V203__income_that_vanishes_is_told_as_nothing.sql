-- Months of which a store's files have ever shown an income: what vanishes later, an order undone or decided to be another store's, is told as nothing and not passed over.
select set_config('tianbo.county', '*', true);

create table settled_months (
    county text not null references counties,
    store uuid not null,
    -- Its first day.
    month date not null,
    primary key (county, store, month),
    foreign key (county, store) references stores (county, id)
);
select protect_by_county('settled_months');
revoke update, delete on settled_months from "${app_role}";

insert into settled_months
select distinct county, store, date_trunc('month', ordered_at at time zone 'Asia/Shanghai')::date
from order_lines where state = 'COMPLETED';

-- Of what vanished before today only the ledger knows.
insert into settled_months
select distinct e.county, e.thing, (shown.month || '-01')::date
from ledger_entries e join stores s on s.county = e.county and s.id = e.thing,
    substring(e.content from '"month":"([0-9]{4}-(?:0[1-9]|1[0-2]))"') as shown (month)
where e.kind = 'income' and not e.hand and shown.month is not null
on conflict do nothing;
