-- In which months an account sold, and whether for another store too, without reading its sales.
drop index concurrently if exists hosted_sales_of_account_by_month;
create index concurrently hosted_sales_of_account_by_month on hosted_sales (county, platform, host_id, month, store);
