package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Who is to visit whom: given by the office, taken back by giving it to somebody else or to nobody. */
@ApplicationScoped
public class Assignments {

    private static final int DAYS_WITHOUT_NETWORK = 30;

    private static final String APPEND =
            """
            insert into follow_up_assignments (county, id, cohort, trainee, round, visitor, assigned_by, assigned_at)
            select ?, ?, e.cohort, e.trainee, ?, ?, ?, ? from enrolments e
            where e.county = ? and e.cohort = ? and e.trainee = ?
            """;

    private static final String CURRENT =
            """
            select visitor from follow_up_assignments
            where county = ? and cohort = ? and trainee = ? and round = ? order by id desc limit 1
            """;

    /** When it was first given to somebody else, or to nobody, after this visitor was asked for the last time. */
    private static final String GIVEN_AWAY =
            """
            select n.assigned_at from follow_up_assignments n
            where n.county = ? and n.cohort = ? and n.trainee = ? and n.round = ? and n.id > (
                select o.id from follow_up_assignments o
                where o.county = n.county and o.cohort = n.cohort and o.trainee = n.trainee and o.round = n.round
                    and o.visitor = ? order by o.id desc limit 1)
            order by n.id limit 1
            """;

    /** Whoever was invited to work here, visits, was asked to, or mentors somebody; an auditor only looks. */
    private static final String VISITORS =
            """
            select p.id, p.name from people p where p.county = ? and p.id in (
                select s.person from staff s where s.county = ? and s.role <> 'auditor'
                union select v.visited_by from follow_up_visits v where v.county = ?
                union select a.visitor from follow_up_assignments a where a.county = ?
                union select m.mentor from mentorships m where m.county = ?)
            """;

    /** Somebody whose work for the county has ended is sent to nobody. */
    private static final String WORKS_HERE =
            " and not exists (select 1 from staff s where s.county = p.county and s.person = p.id"
                    + " and s.ended_at is not null)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final SeenVillages seen;
    private final CurrentCounty county;
    private final Clock clock;

    Assignments(CountyReads reads, CountyWrites writes, SeenVillages seen, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.seen = seen;
        this.county = county;
        this.clock = clock;
    }

    /** One visit to be made. */
    public record Round(UUID cohort, UUID trainee, int number) {}

    /** Somebody who can be asked to visit. */
    public record Visitor(UUID id, String name) {}

    /**
     * Asks the visitor to make these visits.
     *
     * @param visitor empty to ask nobody
     * @return how many of them were of this county, and of villages that whoever asks sees
     */
    @Transactional
    public int assign(Collection<Round> rounds, Optional<UUID> visitor, UUID by) {
        visitor.ifPresent(this::requireVisitor);
        String append = APPEND + seen.only("e.county", "e.trainee") + " returning id";
        int assigned = 0;
        for (Round round : rounds) {
            assigned += writes.returning(
                            append,
                            Assignments::id,
                            county.id(),
                            Ids.next(),
                            round.number(),
                            visitor.orElse(null),
                            by,
                            clock.instant(),
                            county.id(),
                            round.cohort(),
                            round.trainee())
                    .size();
        }
        return assigned;
    }

    /** Whether this visitor was asked to make the visit. */
    public boolean isAssigned(Round round, UUID visitor) {
        return reads
                .rows(CURRENT, Assignments::id, county.id(), round.cohort(), round.trainee(), round.number())
                .stream()
                .anyMatch(visitor::equals);
    }

    /**
     * Whether this visitor was asked to make the visit and made it before they can have known that somebody else was
     * asked; a phone is not without network for more than {@value #DAYS_WITHOUT_NETWORK} days.
     *
     * @param on the day of the visit; null where none was told
     */
    public boolean wasAssigned(Round round, UUID visitor, LocalDate on) {
        Instant now = clock.instant();
        return reads
                .rows(
                        GIVEN_AWAY,
                        row -> Jdbc.instant(row, "assigned_at"),
                        county.id(),
                        round.cohort(),
                        round.trainee(),
                        round.number(),
                        visitor)
                .stream()
                .anyMatch(given -> on != null
                        && !on.isAfter(given.atZone(Zones.SHANGHAI).toLocalDate())
                        && now.isBefore(given.plus(DAYS_WITHOUT_NETWORK, ChronoUnit.DAYS)));
    }

    /** Who can be asked. */
    public List<Visitor> visitors() {
        String id = county.id();
        String working = VISITORS + WORKS_HERE + " order by p.reading, p.id limit 200";
        return reads.rows(
                working, row -> new Visitor(row.getObject(1, UUID.class), row.getString(2)), id, id, id, id, id);
    }

    /** Trainees are in the same table as those who visit them. */
    private void requireVisitor(UUID id) {
        String known = "select p.id from people p where p.county = ? and p.id = ? and not exists"
                + " (select 1 from enrolments e where e.county = p.county and e.trainee = p.id)" + WORKS_HERE;
        if (reads.rows(known, Assignments::id, county.id(), id).isEmpty()) {
            throw FollowUpRefused.because("visitor", "followup.visitor-unknown");
        }
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
