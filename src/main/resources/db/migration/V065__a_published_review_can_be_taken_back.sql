-- Until then the mentor may take a published review back and nobody else sees it; null once it has gone out, as everything before this went out at once.
alter table reviews add column undoable_until timestamptz, add check (undoable_until is null or state = 'PUBLISHED');
