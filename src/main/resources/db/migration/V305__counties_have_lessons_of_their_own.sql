-- What a county teaches of its own: lessons it changed, and courses and lessons that are its own. Each publishing is a row
-- with the version that its words give it, as shipped content has; taking it back is a row without. The last one counts,
-- nothing is edited: a quiz is marked by the version that was shown.
create table county_content (
    county text not null references counties,
    kind text not null check (kind in ('COURSE', 'LESSON')),
    slug text not null,
    number bigint not null check (number > 0),
    version text,
    body jsonb,
    -- What its author wrote, by the name of the file.
    files jsonb,
    -- The version of the shipped lesson in whose place it is shown.
    shipped text,
    reason text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, kind, slug, number),
    foreign key (county, changed_by) references people (county, id),
    check ((version is null) = (body is null) and (version is null) = (files is null))
);
create index county_content_by_version on county_content (county, kind, slug, version) where version is not null;
select protect_by_county('county_content');
revoke update, delete on county_content from "${app_role}";

-- What writers work on: one text a lesson. Whoever saves names the revision they changed, so that nothing of another's is
-- overwritten unseen.
create table county_drafts (
    county text not null references counties,
    lesson text not null,
    course text not null,
    number integer not null,
    files jsonb not null,
    revision bigint not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    primary key (county, lesson),
    foreign key (county, saved_by) references people (county, id)
);
select protect_by_county('county_drafts');
