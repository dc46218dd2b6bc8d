-- Of V358; the list behind an income begins with whoever earns least, and goes on where its last page ended.
drop index concurrently if exists round_incomes_by_amount;
create index concurrently round_incomes_by_amount on round_incomes (county, round, kind, fen, trainee, cohort);
