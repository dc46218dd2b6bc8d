-- Asked for twice at the same moment, a chain is checked once.
select set_config('tianbo.county', '*', true);

update ledger_checks c set ended_at = c.asked_at, fault = 'not-checked'
where c.ended_at is null and exists (select 1 from ledger_checks later
    where later.county = c.county and later.ended_at is null and later.id > c.id);

create unique index ledger_checks_one_at_a_time on ledger_checks (county) where ended_at is null;
