-- What is taught, as published. A version is named by the hash of its body and never changes; it belongs to no county.
create table content_versions (
    kind         text        not null,
    slug         text        not null,
    version      text        not null check (version ~ '^[0-9a-f]{16}$'),
    body         jsonb       not null,
    published_at timestamptz not null,
    primary key (kind, slug, version)
);

create table content_current (
    kind    text not null,
    slug    text not null,
    version text not null,
    primary key (kind, slug),
    foreign key (kind, slug, version) references content_versions (kind, slug, version)
);

-- No update, no delete: an old mark must find its old rubric for ever.
grant select, insert on content_versions to "${app_role}";
grant select, insert, update, delete on content_current to "${app_role}";
