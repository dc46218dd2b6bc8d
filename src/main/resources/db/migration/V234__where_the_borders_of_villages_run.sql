-- The borders of a county's villages as its office brought them, each under the id of its village; the last file counts. It names places, nobody who lives there.
create table village_borders (
    county text primary key references counties,
    file_name text not null,
    -- Polygons by village, as GeoJSON; written by the application alone.
    borders text not null,
    matched integer not null check (matched > 0),
    -- What the file calls places that are no village of the county, a line each.
    unmatched text not null,
    brought_by uuid not null,
    brought_at timestamptz not null,
    foreign key (county, brought_by) references people (county, id)
);
select protect_by_county('village_borders');
