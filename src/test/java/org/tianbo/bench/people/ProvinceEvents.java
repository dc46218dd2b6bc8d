package org.tianbo.bench.people;

import java.util.List;

/**
 * What the trainees of {@link LargeProvince} did in a year: some twenty events each, in the tables of the features.
 * Half of the classes have ended, every fourth trainee sells, every second was reviewed.
 */
final class ProvinceEvents {

    /** Everybody of half of the classes has all rounds of their year behind them. */
    static final String ENDED_CLASSES =
            "update cohorts set starts_on = current_date - 500, ends_on = current_date - 400 where name in"
                    + " ('班0','班1','班2','班3','班4','班5','班6','班7','班8','班9')";

    /** How many there are. */
    static final String ALL =
            """
            select (select count(*) from sync_records) + (select count(*) from lessons_done)
                + (select count(*) from quiz_results) + (select count(*) from order_lines)
                + (select count(*) from reviews) + (select count(*) from satisfaction_answers)
                + (select count(*) from milestones)
            """;

    /** In the order of their ids, so that what is written beside each other is looked for beside each other. */
    private static final String PEOPLE =
            """
            from (select county, id, get_byte(uuid_send(id), 3) as b3, get_byte(uuid_send(id), 6) as b6,
                    {mentor} as mentor_no from people
                where county = '{county}' and login like 'province-%'
                    and substring(login from 10)::int between {from} and {to}
                order by id) as p
            """;

    /** The first mentor has the whole first class, and a fortieth of the others. */
    private static final String MENTOR = "case when substring(login from 10)::int < " + LargeProvince.IN_FIRST_CLASS
            + " then 0 else get_byte(uuid_send(id), 6) % 40 end";

    private static final String ENROLLED =
            """
            from enrolments e join people t on t.county = e.county and t.id = e.trainee
            cross join lateral (select get_byte(uuid_send(t.id), 3) as b3, get_byte(uuid_send(t.id), 6) as b6) as p
            where e.county = '{county}' and t.login like 'province-%'
                and substring(t.login from 10)::int between {from} and {to}
            """;

    private static final List<String> EVENTS = List.of(
            """
            insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                evidence_kind, evidence_ref)
            select e.county, gen_random_uuid(), e.cohort, e.trainee, s.stage, 1, 'REACHED',
                e.enrolled_at + (s.n * 9 + e.b6 % 9) * interval '1 day',
                e.enrolled_at + (s.n * 9 + 9) * interval '1 day', 'NOTE', ''
            from (select e.*, p.b6 {enrolled}) as e,
                unnest(array['ENROLLED','LEARNING','PRACTISING','GRADED','READY','CERTIFIED'])
                    with ordinality as s (stage, n)
            where s.n <= case e.stage
                when 'ENROLLED' then 1 when 'LEARNING' then 2 when 'PRACTISING' then 3 else 6 end
            """,
            """
            insert into sync_records (county, person, id, device, type, at, received_at, data)
            select p.county, p.id, md5(p.id::text || k)::uuid, 'phone', 'lesson.opened',
                now() - interval '90 days' + k * interval '1 day', now() - interval '90 days' + k * interval '1 day',
                '{"lesson": "first-sentence"}' {people}, generate_series(1, 8) as k
            """,
            """
            insert into lessons_done (county, trainee, lesson, version, at)
            select p.county, p.id, 'lesson-' || k, '0123456789abcdef', now() - k * interval '5 days'
            {people}, generate_series(1, 4) as k
            """,
            """
            insert into quiz_results (county, trainee, lesson, tries, best, passed_at, last, last_at)
            select p.county, p.id, 'lesson-' || k, 1, 100, now(), 100, now() {people}, generate_series(1, 2) as k
            """,
            """
            insert into people (county, id, login, name, created_at, reading, spellings)
            select '{county}', md5('{county}mentor' || k)::uuid, '{county}-mentor-' || k, '老师' || k, now(), 'lao shi',
                ' ls'
            from generate_series(0, 39) as k on conflict do nothing
            """,
            """
            insert into example_scores (county, id, mentor, example, example_version, scores, vetoed, scored_at)
            select '{county}', gen_random_uuid(), md5('{county}mentor' || k)::uuid, c.slug, c.version, coalesce(
                (select jsonb_object_agg(criterion, (k + length(criterion)) % 4)
                    from jsonb_object_keys(v.body -> 'marks') as criterion), '{}'), k % 9 = 0, now()
            from generate_series(0, 39) as k, content_current c
                join content_versions v on v.kind = c.kind and v.slug = c.slug and v.version = c.version
            where c.kind = 'CALIBRATION'
            """,
            """
            insert into mentorships (county, id, mentor, trainee)
            select p.county, p.id, md5('{county}mentor' || p.mentor_no)::uuid, p.id {people}
            """,
            """
            insert into reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state,
                mentor, rubric_version, draft, score, published_at, version)
            select p.county, p.id, p.id, p.id, 1, 't', 'product-loop', now() - (p.b6 + 3) * interval '1 day',
                now() - p.b6 * interval '1 day', 'PUBLISHED', md5('{county}mentor' || p.mentor_no)::uuid, 'r', '{}',
                60 + p.b6 % 40, now() - (p.b6 + 1) * interval '1 day', 0
            {people} where p.b3 % 4 >= 2
            """,
            """
            insert into stores (county, id, trainee, path, began_at)
            select p.county, p.id, p.id, 'own', now() - interval '400 days' {people} where p.b3 % 4 = 3
            """,
            """
            insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen,
                refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)
            select p.county, p.id, 'DOUYIN', p.id::text || k, 'i', 'rice', 1,
                1000 * (1 + (p.b6 + k) % 90), 0, 'COMPLETED', '', now() - k * interval '30 days', 'host-' || p.b6 % 50,
                'host', '', '', p.id
            {people}, generate_series(1, 8) as k where p.b3 % 4 = 3
            """,
            """
            insert into hosted_sales
            select h.* from (select array_agg(p.id) as ids {people} where p.b3 % 4 = 3) as s
            cross join lateral counted_hosted_sales('{county}', s.ids) as h
            """,
            """
            insert into settled_months (county, store, month)
            select distinct p.county, p.id, date_trunc('month', (now() - k * interval '30 days')
                at time zone 'Asia/Shanghai')::date {people}, generate_series(1, 8) as k where p.b3 % 4 = 3
            """,
            """
            insert into satisfaction_answers (county, id, cohort, trainee, round, face, words, said_at, received_at)
            select e.county, gen_random_uuid(), e.cohort, e.trainee, 1, (array['GOOD','FAIR','POOR'])[1 + p.b6 % 3], '',
                now(), now() - p.b6 * interval '1 day'
            {enrolled} and e.cohort in (
                select c.id from cohorts c where c.county = '{county}' and c.ends_on < current_date)
            """);

    private ProvinceEvents() {}

    /** The statements that write those of one county's trainees of these numbers. */
    static List<String> of(String county, int from, int through) {
        return EVENTS.stream()
                .map(statement -> statement
                        .replace("{people}", PEOPLE.replace("{mentor}", MENTOR))
                        .replace("{enrolled}", ENROLLED)
                        .replace("{county}", county)
                        .replace("{from}", Integer.toString(from))
                        .replace("{to}", Integer.toString(through)))
                .toList();
    }
}
