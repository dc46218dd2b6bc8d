package org.tianbo.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for words in every text column of counties, and in the work that waits. */
final class EveryColumn {

    private static final String COLUMNS =
            """
            select c.table_name, c.column_name
            from information_schema.columns c
            join pg_policies k on k.tablename = c.table_name and k.policyname = 'own_county'
            where c.table_schema = current_schema() and c.data_type in ('text', 'jsonb')
            order by 1, 2
            """;

    private EveryColumn() {}

    /** Columns in which one of the words stands. @param statement of the owner, who sees every county */
    static List<String> holding(Statement statement, List<String> counties, String... words) throws SQLException {
        List<String> asked = new ArrayList<>();
        String of = counties.stream().map(EveryColumn::quoted).collect(Collectors.joining(", "));
        try (ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                String column = '"' + rows.getString(2) + '"';
                asked.add("select '%1$s.%2$s' from %1$s where county in (%3$s) and (%4$s)"
                        .formatted(rows.getString(1), column, of, anyOf(column + "::text", words)));
            }
        }
        asked.add("select 'scheduled_tasks' from scheduled_tasks where "
                + anyOf("task_instance || encode(task_data, 'escape')", words));
        return List.copyOf(new TreeSet<>(column(statement, String.join(" union all ", asked))));
    }

    static List<String> column(Statement statement, String select) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static String anyOf(String text, String... words) {
        return Stream.of(words)
                .map(word -> "strpos(" + text + ", " + quoted(word) + ") > 0")
                .collect(Collectors.joining(" or "));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
