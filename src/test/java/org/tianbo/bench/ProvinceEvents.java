package org.tianbo.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the trainees of {@link LargeProvince} did in a year: some twenty events each, in the tables of the features.
 * Half of the classes have ended and every fourth trainee sells.
 */
final class ProvinceEvents {

    /** In the order of the keys, so that indexes grow at their end and a million trainees take minutes. */
    private static final String PEOPLE =
            """
            from (select county, id, get_byte(uuid_send(id), 3) as b3, get_byte(uuid_send(id), 6) as b6 from people
                where login like 'province-%%' and substring(login from 10)::int between %d and %d
                order by county, id) as p
            """;

    private static final String[] EVENTS = {
        """
        insert into sync_records (county, person, id, device, type, at, received_at, data)
        select p.county, p.id, md5(p.id::text || k)::uuid, 'phone', 'lesson.opened',
            now() - interval '90 days' + k * interval '1 day', now() - interval '90 days' + k * interval '1 day',
            '{"lesson": "first-sentence"}' %s, generate_series(1, 9) as k
        """,
        """
        insert into lessons_done (county, trainee, lesson, version, at)
        select p.county, p.id, 'lesson-' || k, '0123456789abcdef', now() - k * interval '5 days'
        %s, generate_series(1, 4) as k
        """,
        """
        insert into quiz_results (county, trainee, lesson, tries, best, passed_at, last, last_at)
        select p.county, p.id, 'lesson-' || k, 1, 100, now(), 100, now() %s, generate_series(1, 2) as k
        """,
        """
        insert into stores (county, id, trainee, path, began_at)
        select p.county, p.id, p.id, 'own', now() - interval '400 days' %s where p.b3 %% 4 = 3
        """,
        """
        insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen,
            refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)
        select p.county, p.id, 'DOUYIN', p.id::text || k, 'i', 'rice', 1,
            1000 * (1 + (p.b6 + k) %% 90), 0, 'COMPLETED', '', now() - k * interval '30 days', '', '', '', '', p.id
        %s, generate_series(1, 8) as k where p.b3 %% 4 = 3
        """,
        """
        insert into settled_months (county, store, month)
        select distinct p.county, p.id, date_trunc('month', (now() - k * interval '30 days')
            at time zone 'Asia/Shanghai')::date %s, generate_series(1, 8) as k where p.b3 %% 4 = 3
        """,
    };

    private ProvinceEvents() {}

    /**
     * Of the trainees of these numbers, past the triggers of the application.
     *
     * @return how many events there are now, milestones included
     */
    static long make(Connection connection, int from, int through) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String events : EVENTS) {
                statement.execute(events.formatted(PEOPLE.formatted(from, through)));
            }
            statement.execute(
                    "update cohorts set starts_on = current_date - 500, ends_on = current_date - 400 where name in"
                            + " ('班0','班1','班2','班3','班4','班5','班6','班7','班8','班9')");
            statement.execute("analyze");
            try (ResultSet counted = statement.executeQuery(
                    "select (select count(*) from sync_records) + (select count(*) from lessons_done)"
                            + " + (select count(*) from quiz_results) + (select count(*) from order_lines)"
                            + " + (select count(*) from milestones)")) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }
}
