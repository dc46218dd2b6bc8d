-- What a trainee says of the products, the run of show as they changed it, and what they want to do better. Null in what was planned before.
alter table attempts add column plan_details jsonb;
