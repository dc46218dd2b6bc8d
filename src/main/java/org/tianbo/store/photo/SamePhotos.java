package org.tianbo.store.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.audit.OddThings;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Finds pictures that are evidence about several people. */
@ApplicationScoped
class SamePhotos implements OddThings {

    private static final String SHARED =
            """
            select p.sha256, string_agg(distinct s.trainee::text, ',') as people,
                count(distinct s.trainee) as trainees,
                max(p.kept_at) as at, (array_agg(s.id order by p.kept_at desc))[1] as store
            from photos p join stores s on s.county = p.county and s.id = p.store
            where p.county = ? and p.sha256 in (select n.sha256 from photos n where n.county = ? and n.kept_at >= ?)
            group by p.sha256 having count(distinct s.trainee) > 1 order by p.sha256
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    SamePhotos(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<OddThing> since(Instant since) {
        return reads.rows(SHARED, SamePhotos::odd, county.id(), county.id(), since);
    }

    private static OddThing odd(ResultSet row) throws SQLException {
        long trainees = row.getLong("trainees");
        return OddThing.samePhoto(row, Long.toString(trainees), null, "/stores/" + row.getString("store"), trainees);
    }
}
