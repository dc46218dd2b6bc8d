-- Every time other content became current, so that an older application which starts again does not take it back.
create table content_publications (
    id           bigint      generated always as identity primary key,
    edition      text        not null,
    -- When the build packed it; empty for a content folder.
    packed_at    timestamptz,
    published_at timestamptz not null
);
grant select, insert on content_publications to "${app_role}";
