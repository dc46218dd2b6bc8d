-- Made of each recording after it is ready: a small one, its sound alone, and a strip of pictures for the timeline. Empty until
-- then, and for those of recordings that were made before. They count against no quota: nobody asked for them, and the small one is
-- smaller than its recording.
alter table attempts add column copies jsonb;
