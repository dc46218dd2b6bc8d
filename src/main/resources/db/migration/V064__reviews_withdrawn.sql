-- A trainee may take a rehearsal back until a mentor begins. Its place in the queue stays known, for it keeps its number when it is handed in again.
alter table reviews
    drop constraint reviews_state_check,
    drop constraint reviews_check,
    add constraint reviews_state_check check (state in ('WAITING', 'CLAIMED', 'PUBLISHED', 'WITHDRAWN')),
    add constraint reviews_have_a_mentor check
        (state in ('WAITING', 'WITHDRAWN') or (mentor is not null and rubric_version is not null));
