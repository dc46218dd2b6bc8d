-- A word about one person in every table that can hold one, their keys to each other left unchecked.
update people set mobile = '19900000481', note = :word, reading = :word, spellings = :word where county = :county and id = :person;
insert into person_corrections (county, id, person, field, old_value, new_value, file_sha256, corrected_by, corrected_at)
    values (:county, :id, :person, 'NAME', :word, :word, '', :person, now());
insert into cards (county, id, person, login, issued_by, issued_at) values (:county, :id, :person, :word, :person, now());
insert into saved_lists (county, id, owner, name, list, saved_at) values (:county, :id, :person, :word, 'q=%E5%BF%98%E6%88%91%E4%B9%8B%E8%AF%8D', now());
insert into people_exports (county, id, exported_by, exported_at, format, list, columns, people)
    values (:county, :id, :person, now(), 'CSV', 'q=19900000481', '', 1);
insert into join_requests (county, id, door, cohort, name, mobile, village, asked_at, state)
    values (:county, :id, :id, :id, :word, '19900000481', :id, now(), 'WAITING');
insert into transfers (county, id, side, other, person, name, mobile, gender, category, reason, state, asked_at, consent, consented_at, paper, decision)
    values (:county, :id, 'OUT', :other, :person, :word, '19900000481', 'FEMALE', :word, :word, 'CONSENTED', now(), 'PAPER', now(), :word, :word),
        (:other, :id, 'IN', :county, null, :word, '19900000481', 'FEMALE', :word, :word, 'CONSENTED', now(), 'PAPER', now(), :word, :word);
insert into quotas (county, person, note, changed_by, changed_at) values (:county, :person, :word, :person, now());
insert into inbox_messages (county, id, person, kind, subject, title, about_at, link, created_at)
    values (:county, :id, :person, 'x', :id, :word, now(), '', now());
insert into attempts (county, id, trainee, title, format, products, state, created_at, marks, version)
    values (:county, :id, :person, :word, 'pitch', jsonb_build_array(:word), 'processing', now(), jsonb_build_array(:word), 0);
insert into self_reviews (county, attempt, part, words, edited_at, received_at) values (:county, :id, 'kept', :word, now(), now());
insert into lives (county, attempt) values (:county, :id);
insert into live_viewers (county, attempt, id, invitation, person, name, seen_at) values (:county, :id, :id, :id, :person, :word, now());
insert into live_events (county, attempt, number, kind, viewer, name, words, at) values (:county, :id, 1, 'comment', :id, :word, :word, now());
insert into reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft, version)
    values (:county, :id, :person, :id, 1, :word, 'pitch', now(), now(), 'WAITING', jsonb_build_object('keep', :word), 0);
insert into certificates (county, id, trainee, serial, issued_by, issued_at) values (:county, :id, :person, 'NOTHING-LEFT-1', :person, now());
insert into certificate_revocations (county, certificate, reason, revoked_by, revoked_at) values (:county, :id, :word, :person, now());
insert into stores (county, id, trainee, path, began_at) values (:county, :id, :person, 'x', now());
insert into gate_evidence (county, id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)
    values (:county, :id, :id, 'x', '1', 'SHOWN', :word, :word, :word, :person, now());
insert into gate_checks (county, id, store, rule, rule_version, confirmed, note, checked_by, checked_at)
    values (:county, :id, :id, 'x', '1', true, :word, :person, now());
insert into store_turns (county, id, store, kind, on_day, link, note, photo, turned_by, turned_at)
    values (:county, :id, :id, 'OPENED', current_date, :word, :word, :word, :person, now());
insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key,
        address_key, imported)
    values (:county, :id, 'x', '1', '1', '', 1, 1, 0, '', '', now(), :word, :word, '', '', :id);
insert into hosted_sales (county, store, platform, host_id, month, host_name, lines, fen) values (:county, :id, 'x', :word, now(), :word, 1, 1);
insert into host_accounts (county, id, platform, host_id, whose, reason, said_by, said_at) values (:county, :id, 'x', :word, 'VILLAGER', :word, :person, now());
-- An account that sold for somebody else, too: it stays, without the words.
insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key,
        address_key, imported)
    values (:county, :id, 'x', '2', '1', '', 1, 1, 0, '', '', now(), 'shared', '', '', '', :id);
insert into hosted_sales (county, store, platform, host_id, month, host_name, lines, fen) values (:county, gen_random_uuid(), 'x', 'shared', now(), '', 1, 1);
insert into host_accounts (county, id, platform, host_id, whose, reason, said_by, said_at)
    values (:county, gen_random_uuid(), 'x', 'shared', 'VILLAGER', :word, :person, now());
insert into held_order_lines select * from order_lines where county = :county;
insert into order_decisions (county, id, platform, order_no, store, reason, decided_by, decided_at) values (:county, :id, 'x', '1', :id, :word, :person, now());
insert into photos (county, id, trainee, object_key, sha256, bytes, width, height, kept_by, kept_at)
    values (:county, :id, :person, 'nothing-left/photos/19900000481.jpg', '', 1, 1, 1, :person, now());
insert into session_photos (county, session, photo, sha256, received_at, added_by) values (:county, :id, :id, :word, now(), :person);
insert into follow_up_photos (county, visit, photo, sha256, received_at) values (:county, :id, :id, :word, now());
insert into attendance_entries (county, id, session, trainee, mark, method, at, claimed_at, received_at, recorded_by, device, reason)
    values (:county, :id, :id, :person, 'HERE', 'LIST', now(), now(), now(), :person, :word, :word);
insert into ledger_flags (county, id, kind, people, page, at, found_at) values (:county, :id, 'ONE_DEVICE', array[:person::uuid], '', now(), now());
insert into ledger_flag_decisions (county, id, flag, decision, reason, decided_by, decided_at) values (:county, :id, :id, 'EXPLAINED', :word, :person, now());
insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values (:county, :id, '班', '2026-03-01', '2026-06-01', now());
insert into enrolments (county, id, cohort, trainee, consent, enrolled_at, left_at, left_reason, earlier_courses, stage, last_active_at)
    values (:county, :id, :id, :person, '', now(), now(), :word, :word, 'ENROLLED', now());
insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at, evidence_kind, evidence_ref, reason)
    values (:county, :id, :id, :person, 'ENROLLED', 1, 'REACHED', now(), now(), '', '', :word);
insert into calls (county, id, cohort, trainee, outcome, note, at, claimed_at, received_at, called_by)
    values (:county, :id, :id, :person, 'REACHED', :word, now(), now(), now(), :person);
insert into follow_up_visits (county, id, cohort, trainee, round, method, outcome, visited_on, counts_on, store_why, help, next_step, satisfaction_words, text_digest,
        visited_by, received_at, corrects, reason, withdrawn)
    values (:county, :id, :id, :person, 1, 'PHONE', 'MET', current_date, current_date, :word, :word, :word, :word, :word, :person, now(), :id, :word, false);
insert into follow_up_flags (county, id, visit, kind, found_at) values (:county, :id, :id, 'LATE', now());
insert into follow_up_flag_decisions (county, id, flag, decision, reason, decided_by, decided_at) values (:county, :id, :id, 'EXPLAINED', :word, :person, now());
insert into spot_check_calls (county, id, sample, visit, result, words, called_by, called_at) values (:county, :id, :id, :id, 'CONFIRMED', :word, :person, now());
insert into satisfaction_answers (county, id, cohort, trainee, round, face, words, said_at, received_at)
    values (:county, :id, :id, :person, 1, 'GOOD', :word, now(), now());
insert into correction_requests (county, id, person, field, old_value, new_value, reason, asked_at, state)
    values (:county, :id, :person, 'NAME', :word, :word, :word, now(), 'WAITING');
insert into statements (county, id, verb, person, object, happened_at) values (:county, :id, :word, :person, :word, now());
insert into deliveries (county, id, connection, type, person, body, state, made_at, due_at)
    values (:county, :id, :id, 'TEST', :person, :word, 'WAITING', now(), now());
insert into helpings (county, id, trainee, helper, device, same_phone, phone, invited_at, ends_at) values (:county, :id, :person, :word, :word, false, :word, now(), now());
