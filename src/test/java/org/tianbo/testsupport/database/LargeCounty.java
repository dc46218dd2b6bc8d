package org.tianbo.testsupport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tianbo.testsupport.DatabaseOwner;

/** A county of 100,000 people in the tests' database, made and removed by the owner without looking at any key. */
public final class LargeCounty implements AutoCloseable {

    public static final String ID = "large-county";
    public static final int PEOPLE = 100_000;

    /**
     * Each of the first so many people has a row in each of the other tables: many enough for an index to be worth it.
     */
    private static final int ACTIVE = 5_000;

    private static final String PERSON = "md5('large' || n)::uuid";

    /** By table: its columns after the county, and what to select for the {@code n}th person. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry(
                    "people", List.of("id, login, name, created_at", PERSON + ", 'large-' || n, 'name ' || n, now()")),
            Map.entry(
                    "sync_records",
                    List.of(
                            "person, id, type, at, received_at, data",
                            PERSON + ", gen_random_uuid(), 'lesson.opened', now(), now(), '{}'")),
            Map.entry(
                    "lessons_done",
                    List.of("trainee, lesson, version, at", PERSON + ", 'first-sentence', '0123456789abcdef', now()")),
            Map.entry(
                    "quiz_results",
                    List.of(
                            "trainee, lesson, tries, best, passed_at, last, last_at",
                            PERSON + ", 'first-sentence', 1, 100, now(), 100, now()")),
            Map.entry(
                    "attempts",
                    List.of(
                            "id, trainee, title, format, products, state, created_at, marks, version",
                            "gen_random_uuid(), " + PERSON + ", 't', 'product-loop', '[]', 'planned', now(), '[]', 0")),
            Map.entry(
                    "reviews",
                    List.of(
                            "id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, mentor,"
                                    + " rubric_version, draft, score, published_at, version",
                            "gen_random_uuid(), " + PERSON
                                    + ", gen_random_uuid(), 1, 't', 'product-loop', now(), now(),"
                                    + " 'PUBLISHED', md5('large' || n / 40)::uuid, 'r', '{}', 80, now(), 0")),
            Map.entry(
                    "mentorships",
                    List.of("id, mentor, trainee", "gen_random_uuid(), md5('large' || n / 40)::uuid, " + PERSON)),
            Map.entry(
                    "enrolments",
                    List.of(
                            "id, cohort, trainee, consent, enrolled_at",
                            "gen_random_uuid(), md5('class' || n / 100)::uuid, " + PERSON + ", 'paper', now()")),
            Map.entry(
                    "milestones",
                    List.of(
                            "id, cohort, trainee, stage, ordinal, change, at, recorded_at, evidence_kind, evidence_ref",
                            "gen_random_uuid(), md5('class' || n / 100)::uuid, " + PERSON
                                    + ", 'ENROLLED', 1, 'REACHED', now(), now(), 'NOTE', ''")),
            Map.entry(
                    "stores",
                    List.of("id, trainee, path, began_at", "gen_random_uuid(), " + PERSON + ", 'own-produce', now()")),
            Map.entry("takes", List.of("attempt, take, type", "md5('attempt' || n)::uuid, 1, 'video/mp4'")),
            Map.entry(
                    "chunks",
                    List.of(
                            "attempt, take, seq, size, sha256, key",
                            "md5('attempt' || n)::uuid, 1, 0, 1, repeat('a', 64), 'k'")));

    private final Connection owner;

    private LargeCounty(Connection owner) {
        this.owner = owner;
    }

    public static LargeCounty make() throws SQLException {
        LargeCounty county = new LargeCounty(DatabaseOwner.connection());
        county.execute("set session_replication_role = replica");
        county.execute("insert into counties values ('%s', '大县', 'Large') on conflict do nothing".formatted(ID));
        for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
            county.execute("insert into %s (county, %s) select '%s', %s from generate_series(1, %d) as n"
                    .formatted(
                            table.getKey(),
                            table.getValue().get(0),
                            ID,
                            table.getValue().get(1),
                            table.getKey().equals("people") ? PEOPLE : ACTIVE));
            county.execute("analyze " + table.getKey());
        }
        return county;
    }

    /** How often each of the large tables was read from end to end, as far as the sessions have reported it. */
    public Map<String, Long> wholeScans() throws SQLException {
        Map<String, Long> scans = new TreeMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select relname, seq_scan from pg_stat_user_tables")) {
            while (rows.next()) {
                if (TABLES.containsKey(rows.getString(1))) {
                    scans.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return scans;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        DatabaseOwner.removeCounty(owner, ID);
        execute("vacuum analyze people");
        owner.close();
    }
}
