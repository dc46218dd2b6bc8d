package org.tianbo.cohort.stuck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.enrolment.Enrolment;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.TimeBounds;
import org.tianbo.platform.time.Zones;

/** Records calls and tells what came of them. */
@ApplicationScoped
public class Calls {

    public static final int LONGEST_NOTE = 200;

    private static final Logger LOG = Logger.getLogger(Calls.class);

    private static final String APPEND =
            """
            insert into calls (county, id, cohort, trainee, outcome, again_on, note, at, claimed_at, received_at,
                called_by)
            values (?, ?, ?, ?, ?, cast(? as date), ?, ?, ?, ?, ?)
            on conflict (county, id) do nothing returning id
            """;

    /** A call that was made earlier and arrives later does not take the place of a later one. */
    private static final String LATEST =
            """
            insert into last_calls as known (county, trainee, call, outcome, again_on, at)
            values (?, ?, ?, ?, cast(? as date), ?)
            on conflict (county, trainee) do update set call = excluded.call, outcome = excluded.outcome,
                again_on = excluded.again_on, at = excluded.at
            where known.at <= excluded.at
            returning trainee
            """;

    private static final String OF_TRAINEE =
            """
            select c.outcome, c.again_on, c.note, c.at, p.name from calls c
            join people p on p.county = c.county and p.id = c.called_by
            where c.county = ? and c.trainee = ? order by c.at desc, c.id desc limit 200
            """;

    private final EnrolmentRepository enrolments;
    private final StaffVillages villages;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    Calls(
            EnrolmentRepository enrolments,
            StaffVillages villages,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Clock clock) {
        this.enrolments = enrolments;
        this.villages = villages;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * A call that was made.
     *
     * @param id named by the phone or the page
     * @param agreed the day on which the trainee comes back, for {@link CallOutcome#COMES_BACK}; else null
     * @param note one sentence; null or empty for none
     * @param claimed when it was made, by the phone's clock
     */
    public record Made(
            UUID id, UUID cohort, UUID trainee, CallOutcome outcome, LocalDate agreed, String note, Instant claimed) {}

    /**
     * Records the call once, however often it is sent. A phone's clock that is wrong loses nothing: what it says is
     * kept, and the nearest possible time counts.
     *
     * @return whether it is new
     * @throws NotEnrolled for somebody who was never in the class, or whom the caller does not see
     * @throws Refused when the note is too long or the agreed day cannot be meant
     */
    @Transactional
    public boolean record(Made call, UUID by) {
        Enrolment enrolment = enrolments
                .of(call.cohort(), call.trainee())
                .filter(known -> villages.sees(call.trainee()))
                .orElseThrow(NotEnrolled::new);
        Instant now = clock.instant();
        Instant at = new TimeBounds(enrolment.enrolledAt, now).nearest(call.claimed());
        String note = note(call.note());
        LocalDate called = LocalDate.ofInstant(at, Zones.SHANGHAI);
        String again = call.outcome()
                .againOn(called, call.outcome() == CallOutcome.COMES_BACK ? agreed(call.agreed(), called) : null)
                .map(LocalDate::toString)
                .orElse(null);
        boolean fresh = !writes.returning(
                        APPEND,
                        row -> row.getObject(1, UUID.class),
                        county.id(),
                        call.id(),
                        call.cohort(),
                        call.trainee(),
                        call.outcome().name(),
                        again,
                        note,
                        at,
                        call.claimed(),
                        now,
                        by)
                .isEmpty();
        if (fresh) {
            writes.returning(
                    LATEST,
                    row -> row.getObject(1, UUID.class),
                    county.id(),
                    call.trainee(),
                    call.id(),
                    call.outcome().name(),
                    again,
                    at);
            LOG.infof("%s was called by %s: %s", call.trainee(), by, call.outcome());
        }
        return fresh;
    }

    /** The latest first. */
    public List<CallView> of(UUID trainee) {
        return reads.rows(OF_TRAINEE, Calls::view, county.id(), trainee);
    }

    private static CallView view(ResultSet row) throws SQLException {
        return new CallView(
                CallOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("again_on", LocalDate.class)),
                row.getString("note"),
                Jdbc.instant(row, "at"),
                row.getString("name"));
    }

    private static String note(String typed) {
        String note = Objects.toString(typed, "").strip();
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw CohortRefused.because("note", "cohort.note-too-long");
        }
        return note;
    }

    private static LocalDate agreed(LocalDate day, LocalDate called) {
        if (day == null || day.isBefore(called) || day.isAfter(called.plusYears(1))) {
            throw CohortRefused.because("again", "cohort.agreed-day-out-of-range");
        }
        return day;
    }
}
