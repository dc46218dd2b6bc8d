-- What the trainees of a county answered inside one of its videos.
create index video_answers on sync_records (county, (data ->> 'video')) where type = 'video.answered';
