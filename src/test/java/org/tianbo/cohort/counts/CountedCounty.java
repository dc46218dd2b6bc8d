package org.tianbo.cohort.counts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.DatabaseOwner;

/** A county of a few villages and classes, and what has to be counted in it, found by reading every row. */
final class CountedCounty implements AutoCloseable {

    static final String ID = "counted-county";
    static final String NAME = "数县";
    static final List<String> CATEGORIES = List.of("", "种植户", "返乡青年");

    final List<UUID> villages = ids(4);
    final List<UUID> classes = ids(3);
    final List<UUID> people = ids(30);

    private final Connection owner;

    /** Somebody in a class, as they have to be counted. */
    record Counted(
            UUID trainee,
            UUID cohort,
            UUID village,
            AgeBand age,
            String category,
            boolean gone,
            Map<Stage, OffsetDateTime> held) {}

    CountedCounty() throws SQLException {
        owner = DatabaseOwner.connection();
        execute("set tianbo.county = '*'");
        execute("insert into counties values ('%s', '%s', 'Counted')".formatted(ID, NAME));
        execute("update counties set code = '820101' where id = '%s'".formatted(ID));
        for (int i = 0; i < villages.size(); i++) {
            execute("insert into villages (county, id, town, name) values ('%s', '%s', '镇%d', '村%d')"
                    .formatted(ID, villages.get(i), i / 2, i));
        }
        for (int i = 0; i < classes.size(); i++) {
            execute(("insert into cohorts (county, id, name, starts_on, ends_on, opened_at)"
                            + " values ('%s', '%s', '班%d', '2026-03-01', '2026-06-01', now())")
                    .formatted(ID, classes.get(i), i));
        }
        for (int i = 0; i < people.size(); i++) {
            execute(("insert into people (county, id, login, name, village, category, birth_year, created_at)"
                            + " values ('%s', '%s', 'counted-%d', '数%d', '%s', '%s', %s, now())")
                    .formatted(
                            ID,
                            people.get(i),
                            i,
                            i,
                            villages.get(i % villages.size()),
                            CATEGORIES.get(i % CATEGORIES.size()),
                            i % 7 == 0 ? "null" : Integer.toString(1950 + i * 2)));
        }
    }

    /** Moves somebody to another village and category, as a corrected roster does. */
    void move(UUID person, UUID village, String category) throws SQLException {
        execute("update people set village = '%s', category = '%s' where county = '%s' and id = '%s'"
                .formatted(village, category, ID, person));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everybody ever enrolled, by the last milestone of each stage. */
    List<Counted> recount() throws SQLException {
        Map<List<UUID>, Map<Stage, OffsetDateTime>> held = new HashMap<>();
        Map<List<UUID>, Boolean> gone = new HashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select * from milestones where county = '" + ID
                        + "' order by cohort, trainee, stage, ordinal")) {
            while (row.next()) {
                List<UUID> who = List.of(row.getObject("trainee", UUID.class), row.getObject("cohort", UUID.class));
                Stage stage = Stage.valueOf(row.getString("stage"));
                boolean reached = row.getString("change").equals("REACHED");
                Map<Stage, OffsetDateTime> stages = held.computeIfAbsent(who, one -> new EnumMap<>(Stage.class));
                if (stage == Stage.ENROLLED) {
                    gone.put(who, !reached);
                } else if (reached) {
                    stages.put(stage, row.getObject("at", OffsetDateTime.class));
                } else {
                    stages.remove(stage);
                }
            }
        }
        List<Counted> all = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select e.trainee, e.cohort, e.enrolled_at, p.village, p.category, p.birth_year"
                                + " from enrolments e join people p on p.county = e.county and p.id = e.trainee"
                                + " where e.county = '" + ID
                                + "'")) {
            while (row.next()) {
                List<UUID> who = List.of(row.getObject("trainee", UUID.class), row.getObject("cohort", UUID.class));
                OffsetDateTime joined = row.getObject("enrolled_at", OffsetDateTime.class);
                Map<Stage, OffsetDateTime> stages = held.get(who);
                stages.put(Stage.ENROLLED, joined);
                all.add(new Counted(
                        who.get(0),
                        who.get(1),
                        row.getObject("village", UUID.class),
                        band(
                                row.getObject("birth_year", Integer.class),
                                joined.plusHours(8).getYear()),
                        row.getString("category"),
                        gone.get(who),
                        stages));
            }
        }
        return all;
    }

    private static AgeBand band(Integer born, int year) {
        if (born == null) {
            return AgeBand.UNKNOWN;
        }
        int age = year - born;
        return age < 30
                ? AgeBand.UNDER_30
                : age < 40
                        ? AgeBand.FROM_30
                        : age < 50 ? AgeBand.FROM_40 : age < 60 ? AgeBand.FROM_50 : AgeBand.FROM_60;
    }

    private static List<UUID> ids(int howMany) {
        return IntStream.range(0, howMany).mapToObj(i -> Ids.next()).toList();
    }

    @Override
    public void close() throws SQLException {
        DatabaseOwner.removeCounty(owner, ID);
        owner.close();
    }
}
