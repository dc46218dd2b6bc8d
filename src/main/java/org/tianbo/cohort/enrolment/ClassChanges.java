package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.cohort.ClassDaysChanged;
import org.tianbo.cohort.ClassRecordChanged;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.CohortUnknown;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Changes what a class is called, when and where it is held, each time with a reason; what stood there is kept. */
@ApplicationScoped
public class ClassChanges {

    private static final Logger LOG = Logger.getLogger(ClassChanges.class);

    private static final String OF_CLASS =
            """
            select c.*, coalesce(p.name, '') as by_name from class_changes c
            left join people p on p.county = c.county and p.id = c.changed_by
            where c.county = ? and c.cohort = ? order by c.changed_at desc, c.id desc
            """;

    private static final String ADD =
            """
            insert into class_changes (county, id, cohort, name_before, name, starts_before, starts_on, ends_before,
                ends_on, reason, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    /** Sessions within the days that stand and outside of those that are wanted. */
    private static final String LEFT_OUT =
            """
            select coalesce(bool_or(s.day < ?), false) as before, coalesce(bool_or(s.day > ?), false) as after
            from (select (begins_at at time zone 'Asia/Shanghai')::date as day from class_sessions
                where county = ? and cohort = ? and cancelled = '') s
            where s.day between ? and ?
            """;

    private static final String TOLD_SINCE =
            """
            select exists (select 1 from follow_up_visits v where v.county = ? and v.cohort = ?)
                or exists (select 1 from satisfaction_answers a where a.county = ? and a.cohort = ?)
            """;

    private final CohortRepository cohorts;
    private final EnrolmentRepository enrolments;
    private final ClassRecords records;
    private final StaffVillages villages;
    private final Rows rows;
    private final CurrentCounty county;
    private final Announcements announcements;
    private final Clock clock;

    ClassChanges(
            CohortRepository cohorts,
            EnrolmentRepository enrolments,
            ClassRecords records,
            StaffVillages villages,
            Rows rows,
            CurrentCounty county,
            Announcements announcements,
            Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.records = records;
        this.villages = villages;
        this.rows = rows;
        this.county = county;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * What somebody wants to stand.
     *
     * @param seen the version they saw
     */
    public record Wanted(NewCohort cohort, String venue, String seen, String reason, UUID by) {}

    /**
     * How it came to be.
     *
     * @param version names what stands
     * @param changes of name and days, the latest first
     */
    public record History(String version, List<ClassRecords.Change> changes) {}

    /** The events published to other features. */
    @ApplicationScoped
    static class Announcements {

        private final Event<ClassRecordChanged> changed;
        private final Event<ClassDaysChanged> moved;

        Announcements(Event<ClassRecordChanged> changed, Event<ClassDaysChanged> moved) {
            this.changed = changed;
            this.moved = moved;
        }

        void announce(String county, UUID cohort, boolean otherDays, Instant at) {
            changed.fire(new ClassRecordChanged(county, cohort, at));
            if (otherDays) {
                moved.fire(new ClassDaysChanged(county, cohort, at));
            }
        }
    }

    /** What is kept of changes, and what hangs on a class's days. */
    @ApplicationScoped
    static class Rows {

        private final CountyReads reads;
        private final CountyWrites writes;
        private final CurrentCounty county;

        Rows(CountyReads reads, CountyWrites writes, CurrentCounty county) {
            this.reads = reads;
            this.writes = writes;
            this.county = county;
        }

        private record Row(UUID id, ClassRecords.Change change) {}

        List<Row> of(UUID cohort) {
            return reads.rows(OF_CLASS, Rows::row, county.id(), cohort);
        }

        void add(Cohort stands, Wanted wanted, String reason, Instant at) {
            NewCohort to = wanted.cohort();
            writes.returning(
                    ADD,
                    row -> stands.id,
                    county.id(),
                    Ids.next(),
                    stands.id,
                    stands.name,
                    to.name(),
                    stands.startsOn,
                    to.from(),
                    stands.endsOn,
                    to.to(),
                    reason,
                    wanted.by(),
                    at);
        }

        /** Names the days that leave out a session, or that something was counted from already. */
        void check(Cohort stands, NewCohort wanted, Refused refused) {
            reads.rows(
                    LEFT_OUT,
                    row -> {
                        if (row.getBoolean("before")) {
                            refused.field("from", "cohort.sessions-before");
                        }
                        return row.getBoolean("after") ? refused.field("to", "cohort.sessions-after") : refused;
                    },
                    wanted.from(),
                    wanted.to(),
                    county.id(),
                    stands.id,
                    stands.startsOn,
                    stands.endsOn);
            if (!stands.endsOn.equals(wanted.to()) && isToldSince(stands.id)) {
                refused.field("to", "cohort.counted-from-last-day");
            }
        }

        private boolean isToldSince(UUID cohort) {
            return reads.rows(TOLD_SINCE, row -> row.getBoolean(1), county.id(), cohort, county.id(), cohort)
                    .get(0);
        }

        private static Row row(ResultSet row) throws SQLException {
            List<ClassRecords.Difference> differences = Stream.of(
                            new ClassRecords.Difference(
                                    RecordField.NAME, row.getString("name_before"), row.getString("name")),
                            new ClassRecords.Difference(
                                    RecordField.FROM, row.getString("starts_before"), row.getString("starts_on")),
                            new ClassRecords.Difference(
                                    RecordField.TO, row.getString("ends_before"), row.getString("ends_on")))
                    .filter(one -> !one.before().equals(one.now()))
                    .toList();
            return new Row(
                    row.getObject("id", UUID.class),
                    new ClassRecords.Change(
                            Jdbc.instant(row, "changed_at"),
                            row.getString("by_name"),
                            row.getString("reason"),
                            differences));
        }
    }

    @Transactional
    public History history(UUID cohort) {
        List<Rows.Row> all = rows.of(cohort);
        return new History(
                (all.isEmpty() ? "" : all.get(0).id()) + "/"
                        + records.sheet(cohort).version(),
                all.stream().map(Rows.Row::change).toList());
    }

    /**
     * Whether whoever is signed in sees all people of the class: a coordinator of some villages may see a few only, and
     * of a class without a roster nobody knows yet whose its people will be.
     */
    @Transactional
    public boolean isWholeClassSeen(UUID cohort) {
        if (villages.mine().all()) {
            return true;
        }
        Set<UUID> all = Set.copyOf(enrolments.traineesOf(cohort));
        return !all.isEmpty() && villages.seen(all).containsAll(all);
    }

    /**
     * Writes down what differs from what stands; the same again changes nothing.
     *
     * @throws Refused where a field does not fit, the reason is missing, something hangs on the days that stand, or the
     *     class has people whom whoever is signed in does not see
     */
    @Transactional
    public void change(UUID cohort, Wanted wanted) {
        cohorts.lockClasses(county.id());
        Cohort stands = cohorts.findByIdOptional(cohort).orElseThrow(CohortUnknown::new);
        if (!isWholeClassSeen(cohort)) {
            throw Refused.forbidden("cohort.class-of-others");
        }
        ClassRecords.Sheet sheet = records.sheet(cohort);
        ClassRecord record = sheet.record().at(wanted.venue());
        boolean same = stands.isAs(wanted.cohort());
        if (same && record.equals(sheet.record())) {
            return;
        }
        if (!history(cohort).version().equals(wanted.seen())) {
            throw new RecordChanged();
        }
        String reason = check(stands, wanted, record);
        if (!same) {
            Instant now = clock.instant();
            boolean otherDays = !stands.isOnDaysOf(wanted.cohort());
            rows.add(stands, wanted, reason, now);
            stands.become(wanted.cohort());
            cohorts.flush();
            announcements.announce(county.id(), cohort, otherDays, now);
        }
        records.write(cohort, new ClassRecords.Wanted(record, sheet.version(), reason, wanted.by()));
        LOG.infof("Class %s was changed", cohort);
    }

    private String check(Cohort stands, Wanted wanted, ClassRecord record) {
        NewCohort to = wanted.cohort();
        Refused refused = CohortRefused.wrong();
        to.check(refused);
        record.check(refused);
        String reason = ClassRecords.reason(wanted.reason(), false, refused);
        if (cohorts.named(to.name())
                .filter(other -> !other.id.equals(stands.id))
                .isPresent()) {
            refused.field("name", "cohort.name-taken");
        }
        refused.throwIfAny();
        rows.check(stands, to, refused);
        refused.throwIfAny();
        return reason;
    }
}
