-- What the office did this week and what it still has to decide is counted whenever somebody opens their home: by index, not by reading all that ever happened.
create index reviews_by_publication on reviews (county, published_at) where state = 'PUBLISHED';
create index certificates_by_time on certificates (county, issued_at);
create index cards_by_time on cards (county, issued_at);
create index mentorship_changes_by_time on mentorship_changes (county, changed_at);
create index gate_checks_of_evidence on gate_checks (county, evidence);
create index gate_checks_by_time on gate_checks (county, checked_at);
create index order_imports_by_time on order_imports (county, imported_at);
create index attendance_entries_in_doubt on attendance_entries (county, received_at) where doubt is not null;
