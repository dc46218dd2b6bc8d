-- The public half of every key that ever signed certificates here, so that a certificate outlives its key. They belong to no county.
create table verification_keys (
    thumbprint text primary key,
    x text not null,
    y text not null,
    first_used_at timestamptz not null
);
grant select, insert on verification_keys to "${app_role}";
