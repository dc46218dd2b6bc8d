alter table live_events drop constraint live_events_kind_check;
alter table live_events add constraint live_events_kind_check
    check (kind in ('comment', 'removal', 'whisper', 'marker', 'step', 'product'));
