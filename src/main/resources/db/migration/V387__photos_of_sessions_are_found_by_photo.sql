-- Whether a photo is shown by any of them is asked of each photo that seems to be left over, and when one is removed.
drop index concurrently if exists session_photos_by_photo;
create index concurrently session_photos_by_photo on session_photos (county, photo);
