-- A run whose file cannot be made is over: its PINs are forgotten, and the class can have another.
alter table card_runs drop constraint card_runs_state_check;
alter table card_runs add constraint card_runs_state_check check (state in ('MAKING', 'READY', 'REMOVED', 'FAILED'));
