package org.tianbo.mentoring.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.mentoring.GradedLine;
import org.tianbo.mentoring.MentorLoad;
import org.tianbo.mentoring.MentorLoads;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Counts what waits for each mentor, and how soon they published. */
@ApplicationScoped
class GradingLoads implements MentorLoads {

    private static final String LOADS =
            """
            with trained as (
                select mentor, sum(trainees)::int as trainees from mentor_trainees where county = ? group by mentor
                having sum(trainees) > 0
            ), waiting as (
                select m.mentor, count(*)::int as waiting, (count(*) filter (where r.due_at < ?))::int as overdue
                from reviews r join mentorships m on m.county = r.county and m.trainee = r.trainee
                where r.county = ? and r.state in ('WAITING', 'CLAIMED') and m.county = ?
                group by m.mentor
            ), done as (
                select mentor, count(*)::int as published,
                    (count(*) filter (where published_at > due_at))::int as late,
                    percentile_disc(0.5) within group (order by published_at - submitted_at) as median
                from reviews where county = ? and state = 'PUBLISHED' and published_at >= ? group by mentor
            )
            select p.id, p.name, coalesce(t.trainees, 0) as trainees, coalesce(w.waiting, 0) as waiting,
                coalesce(w.overdue, 0) as overdue, coalesce(d.published, 0) as published, coalesce(d.late, 0) as late,
                round(extract(epoch from d.median) / 3600)::bigint as median
            from (select mentor from trained union select mentor from done) as all_of_them
            join people p on p.county = ? and p.id = all_of_them.mentor
            left join trained t on t.mentor = p.id
            left join waiting w on w.mentor = p.id
            left join done d on d.mentor = p.id
            order by p.reading, p.id
            """;

    /** Without what says which of them. */
    private static final String LINES =
            """
            select r.id, p.name, r.title, r.submitted_at, r.due_at, r.published_at from reviews r
            join people p on p.county = r.county and p.id = r.trainee
            where r.county = ? and %s and (r.submitted_at, r.id) > (?, ?) order by r.submitted_at, r.id limit ?
            """;

    private static final String WAITING =
            """
            r.state in ('WAITING', 'CLAIMED') and exists (select 1 from mentorships m
                where m.county = r.county and m.trainee = r.trainee and m.mentor = ?) and r.due_at < ?
            """;

    private static final String PUBLISHED = "r.mentor = ? and r.state = 'PUBLISHED' and r.published_at >= ?";
    private static final String LATE = PUBLISHED + " and r.published_at > r.due_at";

    /** Later than any promise. */
    private static final Instant WHENEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

    private static final String RECOUNT = "select recount_mentor_trainees(?)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    GradingLoads(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public List<MentorLoad> loads() {
        Instant now = clock.instant();
        String own = county.id();
        return reads.rows(LOADS, GradingLoads::load, own, now, own, own, own, now.minus(Duration.ofDays(DAYS)), own);
    }

    @Override
    public int recount() {
        return writes.returning(RECOUNT, row -> row.getInt(1), county.id()).get(0);
    }

    @Override
    public Page<GradedLine, Place> behind(UUID mentor, Which which, Optional<Place> after, int size) {
        Instant now = clock.instant();
        String condition =
                switch (which) {
                    case WAITING, OVERDUE -> WAITING;
                    case PUBLISHED -> PUBLISHED;
                    case LATE -> LATE;
                };
        Instant bound =
                switch (which) {
                    case WAITING -> WHENEVER;
                    case OVERDUE -> now;
                    case PUBLISHED, LATE -> now.minus(Duration.ofDays(DAYS));
                };
        Place last = after.orElse(FIRST);
        return Page.of(
                reads.rows(
                        LINES.formatted(condition),
                        GradingLoads::line,
                        county.id(),
                        mentor,
                        bound,
                        last.submittedAt(),
                        last.review(),
                        size + 1),
                size,
                GradedLine::place);
    }

    private static GradedLine line(ResultSet row) throws SQLException {
        return new GradedLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("title"),
                Jdbc.instant(row, "submitted_at"),
                Jdbc.instant(row, "due_at"),
                Optional.ofNullable(Jdbc.instant(row, "published_at")));
    }

    private static MentorLoad load(ResultSet row) throws SQLException {
        return new MentorLoad(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("trainees"),
                row.getInt("waiting"),
                row.getInt("overdue"),
                row.getInt("published"),
                row.getInt("late"),
                Optional.ofNullable(row.getObject("median", Long.class)));
    }
}
