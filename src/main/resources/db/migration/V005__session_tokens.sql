-- The tokens of those signed in at pages, encrypted by the application. Their cookies hold a random name of which only the digest stands here. Sessions are the realm's, no county's.
create table session_tokens (
    name_digest text primary key check (length(name_digest) = 64),
    id_token text not null,
    refresh_token text,
    expires_at timestamptz not null
);
create index session_tokens_by_expiry on session_tokens (expires_at);
grant select, insert, update, delete on session_tokens to "${app_role}";
