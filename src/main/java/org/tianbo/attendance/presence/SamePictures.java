package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.audit.OddThings;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Finds pictures that prove several sessions. */
@ApplicationScoped
class SamePictures implements OddThings {

    private static final String SHARED =
            """
            select f.sha256, string_agg(distinct f.added_by::text, ',') as people, max(f.received_at) as at,
                count(distinct f.session) as sessions,
                (array_agg(f.session order by f.received_at desc, f.session))[1] as session,
                (array_agg(s.cohort order by f.received_at desc, f.session))[1] as cohort
            from session_photos f join class_sessions s on s.county = f.county and s.id = f.session
            where f.county = ? and f.sha256 in (
                select n.sha256 from session_photos n where n.county = ? and n.received_at >= ?)
            group by f.sha256 having count(distinct f.session) > 1 order by f.sha256
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    SamePictures(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<OddThing> since(Instant since) {
        return reads.rows(SHARED, SamePictures::odd, county.id(), county.id(), since);
    }

    private static OddThing odd(ResultSet row) throws SQLException {
        return OddThing.samePhoto(
                row,
                "sessions/" + row.getInt("sessions"),
                row.getObject("cohort", UUID.class),
                "/attendance/sessions/" + row.getString("session"),
                null);
    }
}
