package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What waits for a teacher: sessions of theirs at which somebody's coming or going is in doubt. */
@ApplicationScoped
public class TaughtDoubts {

    /** As {@link WaitingDoubts} has it for the office; of themselves nobody decides. */
    private static final String SESSIONS =
            """
            select e.session from attendance_entries e
            join class_sessions s on s.county = e.county and s.id = e.session
            where e.county = ? and s.teacher = ? and e.trainee <> s.teacher and e.doubt is not null and e.mark <> 'VOID'
                and not exists (select 1 from attendance_entries v where v.county = e.county and v.corrects = e.id)
            group by e.session order by min(e.received_at)
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    TaughtDoubts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** The sessions, the one that waits longest first. */
    public List<UUID> of(UUID teacher) {
        return reads.rows(SESSIONS, row -> row.getObject(1, UUID.class), county.id(), teacher);
    }
}
