-- The same order counts once in a county, whichever store's file brings it first; the second store's lines wait until somebody decides.
select set_config('tianbo.county', '*', true);

alter table order_imports
    add column held integer not null default 0,
    add column earlier integer not null default 0,
    -- The span of time its lines are of: what no file's span holds is a gap.
    add column first_ordered_at timestamptz,
    add column last_ordered_at timestamptz;
alter table order_imports drop constraint order_imports_check;
alter table order_imports add constraint order_imports_check
    check (rows = merged + added + changed + unchanged + rejected + held + earlier);
update order_imports i set first_ordered_at = span.first, last_ordered_at = span.last
from (select county, imported, min(ordered_at) as first, max(ordered_at) as last from order_lines group by county, imported) span
where i.county = span.county and i.id = span.imported;

create table held_order_lines (
    like order_lines including constraints,
    held_at timestamptz not null default now(),
    primary key (county, store, platform, order_no, item_no),
    foreign key (county, store) references stores (county, id),
    foreign key (county, imported) references order_imports (county, id)
);
create index held_order_lines_of_order on held_order_lines (county, platform, order_no);
select protect_by_county('held_order_lines');

-- Which store an order belongs to, and why; a later row outdates an earlier one, nothing is edited.
create table order_decisions (
    county text not null references counties,
    id uuid not null,
    platform text not null,
    order_no text not null,
    store uuid not null,
    reason text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, decided_by) references people (county, id)
);
create index order_decisions_of_order on order_decisions (county, platform, order_no);
select protect_by_county('order_decisions');
revoke update, delete on order_decisions from "${app_role}";

-- Orders counted twice so far stay with the store whose file was brought first.
with first as (
    select distinct on (l.county, l.platform, l.order_no) l.county, l.platform, l.order_no, l.store
    from order_lines l join order_imports i on i.county = l.county and i.id = l.imported
    order by l.county, l.platform, l.order_no, i.imported_at, l.store
), second as (
    delete from order_lines l using first
    where l.county = first.county and l.platform = first.platform and l.order_no = first.order_no and l.store <> first.store
    returning l.*
)
insert into held_order_lines select second.* from second;

create unique index order_lines_once_in_a_county on order_lines (county, platform, order_no, item_no);
