-- Of V210; whose review it was and how long it took stand beside when it was published.
drop index concurrently if exists reviews_by_publication;
create index concurrently reviews_by_publication on reviews (county, published_at) include (mentor, due_at, submitted_at) where state = 'PUBLISHED';
