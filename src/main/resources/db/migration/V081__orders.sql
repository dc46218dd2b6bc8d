-- A platform's order lines as last known, and the files they came from. Buyers are keyed hashes; their names are nowhere.
create table order_imports (
    county text not null references counties,
    id uuid not null,
    store uuid not null,
    platform text not null,
    digest text not null,
    bytes bigint not null,
    rows integer not null,
    merged integer not null,
    added integer not null,
    changed integer not null,
    unchanged integer not null,
    rejected integer not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    primary key (county, id),
    foreign key (county, store) references stores (county, id),
    foreign key (county, imported_by) references people (county, id),
    check (rows = merged + added + changed + unchanged + rejected)
);
create index order_imports_of_store on order_imports (county, store);
select protect_by_county('order_imports');
revoke update, delete on order_imports from "${app_role}";

create table order_lines (
    county text not null references counties,
    store uuid not null,
    platform text not null,
    order_no text not null,
    item_no text not null,
    product text not null,
    quantity integer not null,
    paid_fen bigint not null,
    refunded_fen bigint not null check (refunded_fen <= paid_fen),
    state text not null,
    after_sale text not null,
    ordered_at timestamptz not null,
    host_id text not null,
    host_name text not null,
    buyer_key text not null,
    address_key text not null,
    imported uuid not null,
    primary key (county, store, platform, order_no, item_no),
    foreign key (county, store) references stores (county, id),
    foreign key (county, imported) references order_imports (county, id)
);
create index order_lines_by_time on order_lines (county, store, ordered_at);
select protect_by_county('order_lines');

-- The first completed order of which money was kept; the store has one only.
create table first_orders (
    county text not null references counties,
    store uuid not null,
    platform text not null,
    order_no text not null,
    item_no text not null,
    ordered_at timestamptz not null,
    imported uuid not null,
    primary key (county, store),
    foreign key (county, store) references stores (county, id),
    foreign key (county, imported) references order_imports (county, id)
);
select protect_by_county('first_orders');
revoke update, delete on first_orders from "${app_role}";
