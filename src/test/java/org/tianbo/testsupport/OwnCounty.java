package org.tianbo.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A test's own county, filled by the owner without looking at any key; all in it goes with it. */
public final class OwnCounty implements AutoCloseable {

    /** Of the county and the class: what is counted of each trainee, and then of all. */
    public static final String COUNTED =
            """
            delete from counted_trainees where county = '%1$s' and cohort = '%2$s';
            insert into counted_trainees select one.* from to_be_counted('%1$s', '%2$s',
                (select array_agg(trainee) from enrolments where county = '%1$s' and cohort = '%2$s')) as one;
            select recount_class('%1$s', '%2$s');
            select recount_villages('%1$s');
            """;

    private final String id;
    private final Connection owner;

    private OwnCounty(String id, Connection owner) {
        this.id = id;
        this.owner = owner;
    }

    public static OwnCounty make(String id) throws SQLException {
        OwnCounty county = new OwnCounty(id, DatabaseOwner.connection());
        county.execute("set session_replication_role = replica");
        county.execute("set tianbo.county = '*'");
        county.execute("insert into counties values ('%s', '新县', 'Own') on conflict do nothing".formatted(id));
        return county;
    }

    /** The {@code n}th person's id, as {@link #each} has it for {@code {person}}. */
    public static UUID person(int number) {
        return new UUID(0, number);
    }

    /**
     * A row for each number.
     *
     * @param table with its columns after the county
     * @param values for them: {@code n} is the number, {@code {person}} the id of that person
     */
    public void each(String table, String values, int from, int through) throws SQLException {
        execute("insert into " + table.replaceFirst("\\(", "(county, ") + " select '" + id + "', "
                + values.replace("{person}", "lpad(to_hex(n), 32, '0')::uuid") + " from generate_series(" + from + ", "
                + through + ") as n");
    }

    /** One row. */
    public void row(String table, String values) throws SQLException {
        each(table, values, 1, 1);
    }

    /** Counts a class whose rows were put in by hand; otherwise that happens along the way. */
    public void counted(UUID cohort) throws SQLException {
        execute(COUNTED.formatted(id, cohort));
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        DatabaseOwner.removeCounty(owner, id);
        owner.close();
    }
}
