package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The rows of {@code follow_up_visits}: appended and read. */
@ApplicationScoped
class VisitTable {

    private static final String COLUMNS =
            """
            id, cohort, trainee, round, method, outcome, visited_on, counts_on, begun_at, ended_at, store_state,
                store_why, income_fen, income_month, income_seen, income_claim, help, next_step, satisfaction,
                satisfaction_words, latitude, longitude, accuracy_m, visited_by, received_at, corrects, reason,
                withdrawn
            """;

    private static final String APPEND = "insert into follow_up_visits (county, text_digest, " + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing returning id";

    private static final String SELECT = "select " + COLUMNS + " from follow_up_visits v where v.county = ?";

    private static final String OF_TRAINEE = " and v.trainee = ? order by v.received_at, v.id";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    VisitTable(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** @return whether it is new; nothing changes where the id is there, or somebody else corrected the same visit */
    boolean append(Visit visit) {
        VisitReport report = visit.report();
        VisitReport.Income income = report.income();
        VisitReport.Place place = report.place();
        return !writes.returning(
                        APPEND,
                        row -> row.getObject(1),
                        county.id(),
                        visit.withdrawn() ? null : report.textDigest(),
                        visit.id(),
                        visit.cohort(),
                        visit.trainee(),
                        visit.round(),
                        report.method().name(),
                        report.outcome().name(),
                        report.on(),
                        visit.countsOn(),
                        report.begun(),
                        report.ended(),
                        name(report.store()),
                        report.why(),
                        income == null ? null : income.fen(),
                        income == null ? null : income.month().atDay(1),
                        income == null ? null : income.seen().name(),
                        name(visit.claim()),
                        report.help(),
                        report.next(),
                        report.satisfaction(),
                        report.words(),
                        place == null ? null : place.latitude(),
                        place == null ? null : place.longitude(),
                        place == null ? null : place.accuracy(),
                        visit.by(),
                        visit.receivedAt(),
                        visit.corrects(),
                        visit.reason(),
                        visit.withdrawn())
                .isEmpty();
    }

    Optional<Visit> find(UUID id) {
        return reads.rows(SELECT + " and v.id = ?", VisitTable::visit, county.id(), id).stream()
                .findFirst();
    }

    boolean isCorrected(UUID id) {
        return !reads.rows(SELECT + " and v.corrects = ?", VisitTable::visit, county.id(), id)
                .isEmpty();
    }

    /** All about one person, as it came. */
    List<Visit> ofTrainee(UUID trainee) {
        return reads.rows(SELECT + OF_TRAINEE, VisitTable::visit, county.id(), trainee);
    }

    static Visit visit(ResultSet row) throws SQLException {
        String claim = row.getString("income_claim");
        return new Visit(
                row.getObject("id", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject("trainee", UUID.class),
                row.getInt("round"),
                report(row),
                row.getObject("counts_on", LocalDate.class),
                claim == null ? null : VisitReport.Claim.valueOf(claim),
                row.getObject("visited_by", UUID.class),
                Jdbc.instant(row, "received_at"),
                row.getObject("corrects", UUID.class),
                row.getString("reason"),
                row.getBoolean("withdrawn"));
    }

    private static VisitReport report(ResultSet row) throws SQLException {
        String store = row.getString("store_state");
        String seen = row.getString("income_seen");
        Double latitude = row.getObject("latitude", Double.class);
        return new VisitReport(
                VisitReport.Method.valueOf(row.getString("method")),
                VisitReport.Outcome.valueOf(row.getString("outcome")),
                row.getObject("visited_on", LocalDate.class),
                Jdbc.instant(row, "begun_at"),
                Jdbc.instant(row, "ended_at"),
                store == null ? null : VisitReport.StoreState.valueOf(store),
                row.getString("store_why"),
                seen == null
                        ? null
                        : new VisitReport.Income(
                                row.getLong("income_fen"),
                                YearMonth.from(row.getObject("income_month", LocalDate.class)),
                                VisitReport.Seen.valueOf(seen)),
                row.getString("help"),
                row.getString("next_step"),
                row.getObject("satisfaction", Integer.class),
                row.getString("satisfaction_words"),
                latitude == null
                        ? null
                        : new VisitReport.Place(latitude, row.getDouble("longitude"), row.getDouble("accuracy_m")));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
