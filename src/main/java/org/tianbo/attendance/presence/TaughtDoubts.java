package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.MentorsWork;
import org.tianbo.platform.waiting.Waiting;

/** What waits for a teacher: sessions of theirs at which somebody's coming or going is in doubt. */
@ApplicationScoped
public class TaughtDoubts implements MentorsWork {

    /** As {@link WaitingDoubts} has it for the office; of themselves nobody decides. */
    static final String SESSIONS =
            """
            select e.session, min(e.received_at) as since from attendance_entries e
            join class_sessions s on s.county = e.county and s.id = e.session
            where e.county = ? and s.teacher = ? and e.trainee <> s.teacher and e.doubt is not null and e.mark <> 'VOID'
                and not exists (select 1 from attendance_entries v where v.county = e.county and v.corrects = e.id)
            group by e.session order by since, e.session
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    TaughtDoubts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /**
     * A session at which something is in doubt.
     *
     * @param since when the first of it arrived
     */
    public record DoubtfulSession(UUID session, Instant since) {

        public String address() {
            return "/attendance/sessions/" + session;
        }
    }

    /** The sessions, the one that waits longest first. */
    public List<DoubtfulSession> of(UUID teacher) {
        return reads.rows(
                SESSIONS,
                row -> new DoubtfulSession(row.getObject("session", UUID.class), Jdbc.instant(row, "since")),
                county.id(),
                teacher);
    }

    @Override
    public List<Waiting> waitingFor(UUID mentor) {
        List<DoubtfulSession> all = of(mentor);
        return all.stream()
                .limit(1)
                .map(oldest -> new Waiting(
                        "attendance.doubts",
                        Set.of(Roles.MENTOR),
                        all.size(),
                        Optional.of(oldest.since()),
                        oldest.address(),
                        0))
                .toList();
    }
}
