package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.followup.VisitReport.Place;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The rows of {@code follow_up_flags} and their decisions, and what must be known to find flags. */
@ApplicationScoped
class FlagTable {

    private static final String ADD =
            """
            insert into follow_up_flags (county, id, visit, kind, other, measure, found_at) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing returning id
            """;

    private static final String DECIDE =
            """
            insert into follow_up_flag_decisions (county, id, flag, decision, reason, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private static final String COLUMNS =
            """
            select f.id, f.visit, f.kind, f.other, f.measure, f.found_at, d.decision, d.reason, d.decided_at,
                (select p.name from people p where p.county = f.county and p.id = d.decided_by) as decider,
                v.cohort, v.trainee, v.round, v.visited_by, v.visited_on,
                (select p.name from people p where p.county = f.county and p.id = v.trainee) as trainee_name,
                (select p.name from people p where p.county = f.county and p.id = v.visited_by) as visitor_name,
                (select p.name from follow_up_visits o join people p on p.county = o.county and p.id = o.trainee
                    where o.county = f.county and o.id = f.other) as other_name
            from follow_up_flags f
            join follow_up_visits v on v.county = f.county and v.id = f.visit
            left join lateral (select x.decision, x.reason, x.decided_by, x.decided_at from follow_up_flag_decisions x
                where x.county = f.county and x.flag = f.id order by x.id desc limit 1) d on true
            where f.county = ?
            """;

    private static final String ON_DAY =
            """
            select count(*) from follow_up_visits v
            where v.county = ? and v.visited_by = ? and v.visited_on = ? and v.corrects is null and v.outcome = 'MET'
            """;

    private static final String SAME_WORDS =
            """
            select v.id from follow_up_visits v
            where v.county = ? and v.text_digest = ? and (v.cohort, v.trainee, v.round) <> (?, ?, ?)
            order by v.received_at limit 3
            """;

    private static final String SAME_PHOTO =
            """
            select p.visit from follow_up_photos p where p.county = ? and p.sha256 = ? and p.visit <> ?
            order by p.received_at limit 3
            """;

    private static final String PLACES =
            """
            select v.latitude, v.longitude, v.accuracy_m from follow_up_visits v
            join people o on o.county = v.county and o.id = v.trainee
            join people p on p.county = v.county and p.id = ? and p.village = o.village
            where v.county = ? and v.id <> ? and v.latitude is not null and v.method = 'IN_PERSON'
            order by v.received_at desc limit 50
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final SeenVillages seen;

    FlagTable(CountyReads reads, CountyWrites writes, CurrentCounty county, SeenVillages seen) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.seen = seen;
    }

    /** What is there already changes nothing. */
    void add(UUID visit, OddVisits.Found found, Instant now) {
        UUID id = Ids.named("flag", visit.toString(), found.kind().name(), Objects.toString(found.other(), ""));
        writes.returning(
                ADD,
                row -> row.getObject(1),
                county.id(),
                id,
                visit,
                found.kind().name(),
                found.other(),
                found.measure(),
                now);
    }

    void decide(UUID flag, Flag.Decision decision, String reason, UUID by, Instant now) {
        writes.returning(
                DECIDE, row -> row.getObject(1), county.id(), Ids.next(), flag, decision.name(), reason, by, now);
    }

    Optional<FlagLine> find(UUID id) {
        return reads
                .rows(COLUMNS + seen.only("v.county", "v.trainee") + " and f.id = ?", FlagTable::line, county.id(), id)
                .stream()
                .findFirst();
    }

    List<FlagLine> ofVisits(Collection<UUID> visits) {
        return reads.rows(
                COLUMNS + " and f.visit = any(?::uuid[]) order by f.found_at, f.id",
                FlagTable::line,
                county.id(),
                visits);
    }

    /** The oldest first. */
    List<FlagLine> page(boolean decided, Optional<FlagLine.Position> after, int most) {
        String ordered = " order by f.found_at, f.id limit " + most;
        String wanted =
                COLUMNS + seen.only("v.county", "v.trainee") + " and d.decision is " + (decided ? "not null" : "null");
        return after.isEmpty()
                ? reads.rows(wanted + ordered, FlagTable::line, county.id())
                : reads.rows(
                        wanted + " and (f.found_at, f.id) > (?, ?)" + ordered,
                        FlagTable::line,
                        county.id(),
                        after.get().foundAt(),
                        after.get().id());
    }

    /** How many wait for somebody to look. */
    int open() {
        String open = "select count(*) from follow_up_flags f join follow_up_visits v on v.county = f.county"
                + " and v.id = f.visit where f.county = ? and not exists (select 1 from follow_up_flag_decisions d"
                + " where d.county = f.county and d.flag = f.id)" + seen.only("v.county", "v.trainee");
        return reads.rows(open, row -> row.getInt(1), county.id()).get(0);
    }

    int toldOfDay(UUID visitor, LocalDate day) {
        return reads.rows(ON_DAY, row -> row.getInt(1), county.id(), visitor, day)
                .get(0);
    }

    List<UUID> sameWords(Visit visit) {
        String digest = visit.report().textDigest();
        return digest == null
                ? List.of()
                : reads.rows(
                        SAME_WORDS,
                        row -> row.getObject(1, UUID.class),
                        county.id(),
                        digest,
                        visit.cohort(),
                        visit.trainee(),
                        visit.round());
    }

    List<UUID> samePhoto(UUID visit, String sha256) {
        return reads.rows(SAME_PHOTO, row -> row.getObject(1, UUID.class), county.id(), sha256, visit);
    }

    /** Where the latest other visits to people of the trainee's village were. */
    List<Place> placesOfVillage(Visit visit) {
        return reads.rows(
                PLACES,
                row -> new Place(row.getDouble(1), row.getDouble(2), row.getDouble(3)),
                visit.trainee(),
                county.id(),
                visit.id());
    }

    private static FlagLine line(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        Flag flag = new Flag(
                row.getObject("id", UUID.class),
                row.getObject("visit", UUID.class),
                Flag.Kind.valueOf(row.getString("kind")),
                row.getObject("other", UUID.class),
                row.getObject("measure", Integer.class),
                Jdbc.instant(row, "found_at"),
                decision == null
                        ? null
                        : new Flag.Decided(
                                Flag.Decision.valueOf(decision),
                                row.getString("reason"),
                                Objects.toString(row.getString("decider"), ""),
                                Jdbc.instant(row, "decided_at")));
        return new FlagLine(
                flag,
                row.getObject("cohort", UUID.class),
                row.getObject("trainee", UUID.class),
                row.getInt("round"),
                row.getObject("visited_on", LocalDate.class),
                row.getString("trainee_name"),
                row.getObject("visited_by", UUID.class),
                row.getString("visitor_name"),
                Objects.toString(row.getString("other_name"), ""));
    }
}
