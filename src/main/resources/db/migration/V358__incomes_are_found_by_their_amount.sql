-- The one amount that a quarter or half of a county's people do not pass.
drop index concurrently if exists round_incomes_by_amount;
create index concurrently round_incomes_by_amount on round_incomes (county, round, kind, fen);
