package org.tianbo.cohort.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.time.Zones;

/**
 * One visit as it was told last.
 *
 * @param first the visit as it was first told: it keeps its name, whatever corrects it
 * @param on the day that counts
 * @param months whole months from the last day of the class to that day; may be negative
 * @param outcome {@code MET}, {@code NOT_REACHED} or {@code REFUSED}
 * @param store null where none was seen
 * @param incomeFen null where none was told
 * @param incomeMonth {@code 2026-09}; null where none was told
 * @param claim null where no income was told
 * @param satisfaction 1 to 5; null where it was not asked
 * @param reason of the last correction; empty where there is none
 * @param withdrawn whether it did not take place after all
 */
record ToldVisit(
        UUID first,
        UUID cohort,
        UUID trainee,
        int round,
        LocalDate on,
        int months,
        String method,
        String outcome,
        String store,
        Long incomeFen,
        String incomeMonth,
        String claim,
        String help,
        Integer satisfaction,
        UUID by,
        Instant receivedAt,
        String reason,
        boolean withdrawn) {

    static ToldVisit of(ResultSet row) throws SQLException {
        long fen = row.getLong("income_fen");
        Long income = row.wasNull() ? null : fen;
        return new ToldVisit(
                row.getObject("first", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject("trainee", UUID.class),
                row.getInt("round"),
                row.getObject("counts_on", LocalDate.class),
                row.getInt("months"),
                row.getString("method"),
                row.getString("outcome"),
                row.getString("store_state"),
                income,
                row.getString("month"),
                row.getString("income_claim"),
                row.getString("help"),
                row.getObject("satisfaction", Integer.class),
                row.getObject("visited_by", UUID.class),
                Jdbc.instant(row, "received_at"),
                row.getString("reason"),
                row.getBoolean("withdrawn"));
    }

    Instant at() {
        return on.atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
