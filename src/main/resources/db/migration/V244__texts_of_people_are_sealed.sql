-- The key under which words about somebody are sealed where they can never be changed, as in the ledger: wrapped by the county's key, which the master key of the
-- configuration gives. Destroyed when the person is erased: then nobody can read the words any more, and the hashes over them stay right.
create table personal_keys (
    county text not null references counties,
    person uuid not null,
    -- Null once it is destroyed.
    wrapped bytea,
    destroyed_at timestamptz,
    -- No key to people: whoever appends to the ledger holds the lock on its end and waits for nothing else.
    primary key (county, person),
    check ((wrapped is null) = (destroyed_at is not null))
);
select protect_by_county('personal_keys');
revoke delete on personal_keys from "${app_role}";
