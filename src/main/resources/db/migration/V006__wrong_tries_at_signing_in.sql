-- Wrong tries at signing in, counted for all replicas together. A key is the keyed hash of an address, or of an address and a login: neither can be read from it. Signing in
-- belongs to no county. What a crash forgets costs a guesser's waiting time only, so the write-ahead log is spared.
create unlogged table sign_in_tries (
    key bytea primary key,
    tries integer not null,
    last_at timestamptz not null,
    forgotten_at timestamptz not null
);
create index sign_in_tries_by_end on sign_in_tries (forgotten_at);
grant select, insert, update, delete on sign_in_tries to "${app_role}";
