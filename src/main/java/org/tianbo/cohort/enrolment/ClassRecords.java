package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.ClassRecordChanged;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Keeps what an audit asks of the county's classes. Whoever calls has seen to it that the class is there. */
@ApplicationScoped
public class ClassRecords {

    private static final Logger LOG = Logger.getLogger(ClassRecords.class);
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;

    private static final String OF_CLASS =
            """
            select r.*, coalesce(p.name, '') as by_name from class_records r
            left join people p on p.county = r.county and p.id = r.changed_by
            where r.county = ? and r.cohort = ? order by r.changed_at desc, r.id desc
            """;

    /** Two who change the same class wait for each other here, and the second sees what the first wrote. */
    private static final String LOCK = "select 1 from cohorts where county = ? and id = ? for no key update";

    private static final String ADD =
            """
            insert into class_records (county, id, cohort, project, fund, approval, venue, plan, teachers, budget_fen,
                reason, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<ClassRecordChanged> changed;
    private final Clock clock;

    ClassRecords(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Event<ClassRecordChanged> changed,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.changed = changed;
        this.clock = clock;
    }

    /** One thing that became different; what was not there is empty. */
    public record Difference(RecordField field, String before, String now) {}

    /**
     * What was written at one time.
     *
     * @param by name of whoever wrote it
     * @param reason empty for what was written first
     */
    public record Change(Instant at, String by, String reason, List<Difference> differences) {}

    /**
     * What stands, and how it came to be.
     *
     * @param version names what stands; empty where nothing was written yet
     * @param changes the latest first
     */
    public record Sheet(ClassRecord record, String version, List<Change> changes) {}

    /**
     * What somebody wants to stand.
     *
     * @param seen the version they saw
     */
    public record Wanted(ClassRecord record, String seen, String reason, UUID by) {}

    private record Row(UUID id, ClassRecord record, String reason, String by, Instant at) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    new ClassRecord(
                            row.getString("project"),
                            row.getString("fund"),
                            row.getString("approval"),
                            row.getString("venue"),
                            row.getString("plan"),
                            row.getString("teachers"),
                            row.getObject("budget_fen", Long.class)),
                    row.getString("reason"),
                    row.getString("by_name"),
                    Jdbc.instant(row, "changed_at"));
        }
    }

    public Sheet sheet(UUID cohort) {
        List<Row> rows = rows(cohort);
        List<Change> changes = new ArrayList<>(rows.size());
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            ClassRecord before = index + 1 < rows.size() ? rows.get(index + 1).record() : ClassRecord.EMPTY;
            changes.add(new Change(row.at(), row.by(), row.reason(), differences(before, row.record())));
        }
        return rows.isEmpty()
                ? new Sheet(ClassRecord.EMPTY, "", List.of())
                : new Sheet(rows.get(0).record(), rows.get(0).id().toString(), Collections.unmodifiableList(changes));
    }

    /**
     * Writes down what differs from what stands; the same again changes nothing.
     *
     * @throws Refused where a field does not fit, a change has no reason, or somebody else was faster
     */
    @Transactional
    public void write(UUID cohort, Wanted wanted) {
        reads.rows(LOCK, row -> row.getInt(1), county.id(), cohort);
        Sheet stands = sheet(cohort);
        if (stands.record().equals(wanted.record())) {
            return;
        }
        String reason = check(stands, wanted);
        Instant now = clock.instant();
        ClassRecord record = wanted.record();
        writes.returning(
                ADD,
                row -> row.getObject(1),
                county.id(),
                Ids.next(),
                cohort,
                record.project(),
                record.fund(),
                record.approval(),
                record.venue(),
                record.plan(),
                record.teachers(),
                record.budgetFen(),
                reason,
                wanted.by(),
                now);
        changed.fire(new ClassRecordChanged(county.id(), cohort, now));
        LOG.infof("What an audit asks of class %s was written down", cohort);
    }

    private static String check(Sheet stands, Wanted wanted) {
        if (!stands.version().equals(wanted.seen())) {
            throw new RecordChanged();
        }
        Refused refused = CohortRefused.wrong();
        wanted.record().check(refused);
        String reason = reason(wanted.reason(), stands.version().isEmpty(), refused);
        refused.throwIfAny();
        return reason;
    }

    /** The reason as it is kept; names the field where it does not fit. */
    static String reason(String typed, boolean mayBeEmpty, Refused refused) {
        String reason = Objects.toString(typed, "").strip();
        if (!mayBeEmpty && reason.length() < SHORTEST_REASON) {
            refused.field("reason", "cohort.record-reason-missing");
        } else if (reason.length() > LONGEST_REASON) {
            refused.field("reason", "cohort.reason-too-long");
        }
        return reason;
    }

    private List<Row> rows(UUID cohort) {
        return reads.rows(OF_CLASS, Row::of, county.id(), cohort);
    }

    private static List<Difference> differences(ClassRecord before, ClassRecord now) {
        return Arrays.stream(RecordField.values())
                .filter(field -> now.differs(field, before))
                .map(field -> new Difference(
                        field, before.texts().get(field), now.texts().get(field)))
                .toList();
    }
}
