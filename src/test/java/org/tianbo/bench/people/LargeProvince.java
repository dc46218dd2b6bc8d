package org.tianbo.bench.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.bench.measure.Owner;

/**
 * A hundred counties with a million trainees, whose rows lie between each other as they would after years. The demo's
 * first county has ten thousand of them, its second five thousand. The first class of the first county has as many
 * people in each province, for classes do not grow with it: so with few trainees it shows as much as with many.
 */
final class LargeProvince {

    static final int TRAINEES = Integer.getInteger("bench.trainees", 1_000_000);

    /** Those of the first class have the first numbers. */
    static final int IN_FIRST_CLASS = 500;

    private static final String FIRST = "fengcheng";
    private static final String SECOND = "zhenping";

    /** Of the number {@code n}: every hundredth belongs to one county; the second county has every other of its own. */
    private static final String COUNTY =
            "case when n < " + IN_FIRST_CLASS + " then '" + FIRST + "' else case n % 100 when 0 then '" + FIRST
                    + "' when 1 then case n / 100 % 2 when 0 then '" + SECOND
                    + "' else 'bench-1' end else 'bench-' || n % 100 end end";

    private static final String VILLAGE = "1 + case when n < " + IN_FIRST_CLASS + " then n else n / 100 end % 200";

    private static final String PERSON = "md5('province' || n)::uuid";
    private static final String SURNAME = "1 + n / 100 % 8";
    private static final String GIVEN = "1 + n / 800 % 9";
    private static final String LAST = "1 + n / 7200 % 7";

    private static final String SURNAMES = "(array['张','王','李','赵','陈','刘','单','解'])[" + SURNAME + "]";
    private static final String GIVENS = "(array['桂','秀','建','国','晓','玉','春','志','海'])[" + GIVEN + "]";
    private static final String LASTS = "(array['英','兰','华','芳','明','强','梅'])[" + LAST + "]";
    private static final String READ_SURNAMES =
            "(array['zhang','wang','li','zhao','chen','liu','shan','xie'])[" + SURNAME + "]";
    private static final String READ_GIVENS =
            "(array['gui','xiu','jian','guo','xiao','yu','chun','zhi','hai'])[" + GIVEN + "]";
    private static final String READ_LASTS = "(array['ying','lan','hua','fang','ming','qiang','mei'])[" + LAST + "]";

    /** So many people in one statement. */
    private static final int SLICE = 25_000;

    /** Their last activity and how far they came follow from their ids, so that each run has the same. */
    private static final String ENROLMENTS =
            """
            insert into enrolments (county, id, cohort, trainee, consent, enrolled_at, last_active_at, stage)
            select p.county, gen_random_uuid(),
                md5(p.county || 'class' || case when p.n < FIRST_CLASS then 0 else 1 + b0 % 19 end)::uuid,
                p.id, 'paper', now() - interval '100 days',
                now() - make_interval(mins => b1 * 500 + b2),
                (array['ENROLLED','LEARNING','PRACTISING','CERTIFIED'])[1 + b3 % 4]
            from (select NUMBERED) as p,
            lateral (select
                get_byte(uuid_send(p.id), 0) as b0, get_byte(uuid_send(p.id), 1) as b1,
                get_byte(uuid_send(p.id), 2) as b2, get_byte(uuid_send(p.id), 3) as b3) as bytes
            on conflict do nothing
            """
                    .replace("FIRST_CLASS", Integer.toString(IN_FIRST_CLASS));

    private LargeProvince() {}

    /** The id of a class of the first county. */
    static String firstClass() {
        return id(FIRST + "class0");
    }

    /** The id of a mentor of the first county; {@link ProvinceEvents} has them. */
    static String firstMentor() {
        return id(FIRST + "mentor0");
    }

    private static String id(String name) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(md5);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Makes it as the database's owner would, past the application. */
    static void make(Map<String, String> settings) throws SQLException, InterruptedException {
        try (Connection connection = Owner.connection(settings)) {
            Owner.fill(connection, () -> make(settings, connection, 0, TRAINEES));
        }
    }

    /** Those of these numbers, and the counties, villages and classes where they are not there yet. */
    static void make(Map<String, String> settings, Connection connection, int from, int trainees)
            throws SQLException, InterruptedException {
        Owner.execute(
                connection,
                "insert into counties (id, name_zh, name_en, code) select 'bench-' || n, '县', 'County',"
                        + " (361100 + n)::text from generate_series(1, 99) as n"
                        + " on conflict do nothing");
        Owner.execute(
                connection,
                """
                insert into villages (county, id, town, name, reading, spellings)
                select c.id, md5(c.id || v)::uuid, '镇' || v / 20, '柳树' || v, 'zhen liu shu ' || v, ' lsc'
                from counties c, generate_series(1, 200) as v on conflict do nothing
                """);
        Owner.execute(
                connection,
                """
                insert into cohorts (county, id, name, starts_on, ends_on, opened_at)
                select c.id, md5(c.id || 'class' || k)::uuid, '班' || k, date '2026-01-01' + k, '2027-01-01', now()
                from counties c, generate_series(0, 19) as k on conflict do nothing
                """);
        List<List<String>> slices = new ArrayList<>();
        for (int first = from; first < trainees; first += SLICE) {
            int through = Math.min(first + SLICE, trainees) - 1;
            slices.add(List.of(people(first, through), ENROLMENTS.replace("NUMBERED", numbered(first, through))));
        }
        Owner.atOnce(settings, slices);
        Owner.execute(connection, "analyze people, enrolments, listed_trainees");
    }

    private static String people(int first, int through) {
        return "insert into people (county, id, login, name, mobile, village, created_at, birth_year, category,"
                + " reading, spellings)"
                + " select county, id, 'province-' || n, name, mobile, md5(county || " + VILLAGE + ")::uuid, now(),"
                + " 1945 + get_byte(uuid_send(id), 4) % 60,"
                + " (array['a', 'b', 'c', 'd'])[1 + get_byte(uuid_send(id), 5) % 4],"
                + " surname || ' ' || given || ' ' || final,"
                + " ' ' || left(surname, 1) || left(given, 1) || left(final, 1) || ' ' || surname || given || final"
                + " || ' ' || left(given, 1) || left(final, 1) || ' ' || given || final || ' ' || left(final, 1)"
                + " || ' ' || final from (select " + SURNAMES + " || " + GIVENS + " || " + LASTS
                + " as name, '138' || lpad((n::bigint * 7919 % 100000000)::text, 8, '0') as mobile, "
                + READ_SURNAMES + " as surname, " + READ_GIVENS + " as given, " + READ_LASTS + " as final, "
                + numbered(first, through) + ") as made on conflict do nothing";
    }

    /** Number, county and id of those from the first number through the last. */
    private static String numbered(int first, int through) {
        return "n, " + COUNTY + " as county, " + PERSON + " as id from generate_series(" + first + ", " + through
                + ") as n";
    }
}
