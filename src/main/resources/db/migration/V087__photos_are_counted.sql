-- Photos given as evidence count towards their giver's and the county's quota.
select set_config('tianbo.county', '*', true);
select note_usage(county, kept_by, 0, 0, 0, count(*)) from photos group by county, kept_by;

create function note_photo() returns trigger language plpgsql as $$
begin
    perform note_usage(new.county, new.kept_by, 0, 0, 0, 1);
    return null;
end
$$;
create trigger photo_usage after insert on photos for each row execute function note_photo();
