package org.tianbo.cohort.stuck;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Trainees who wait for a card, for a mentor, for a call, or for somebody to decide that they leave. */
@ApplicationScoped
class WaitingTrainees implements WaitingWork {

    /**
     * Everybody in a class once, as lists of people have them; the only class of those who lack something, where they
     * are all in one. Who stands still: as {@link StuckStatement} has it.
     */
    private static final String COUNTS =
            """
            with here as materialized (
                select e.trainee, e.cohort, e.enrolled_at, e.last_active_at, e.stage, l.outcome, l.again_on, l.at
                from enrolments e
                left join last_calls l on l.county = e.county and l.trainee = e.trainee
                where e.county = ? and e.left_at is null and not exists (
                    select 1 from enrolments o where o.county = e.county and o.trainee = e.trainee
                        and o.left_at is null and o.id > e.id)%s),
            cardless as (
                select count(*) as n, min(enrolled_at) as since, min(cohort::text) as first, max(cohort::text) as last
                from here where not exists (select 1 from cards c where c.county = ? and c.person = here.trainee
                    and c.withdrawn_at is null)),
            mentorless as (
                select count(*) as n, min(enrolled_at) as since, min(cohort::text) as first, max(cohort::text) as last
                from here
                where not exists (select 1 from mentorships m where m.county = ? and m.trainee = here.trainee)),
            leaving as (
                select count(*) as n, min(at) as since from here
                where outcome = 'WANTS_TO_LEAVE' and last_active_at <= at and stage <> 'STEADY_12'),
            idle as (
                select count(*) as n, min(last_active_at) as since from here
                where stage <> 'STEADY_12' and (again_on is null or again_on <= cast(? as date))
                    and (last_active_at <= ? or outcome = 'WANTS_TO_LEAVE' and last_active_at <= at))
            select 'no-card' as name, l.n as waiting, l.since, l.first, l.last, %s as done from cardless l
            union all
            select 'no-mentor', l.n, l.since, l.first, l.last, %s from mentorless l
            union all
            select 'stuck', l.n, l.since, null, null, %s from idle l
            union all
            select 'leaving', l.n, l.since, null, null, %s from leaving l
            """;

    private static final String CARDED =
            """
            select c.id, c.issued_at as at, c.person, null as subject, null as address
            from cards c where c.county = ? and c.issued_at >= ?%s
            """;

    /** Whoever was given several mentors counts once. */
    private static final String MENTORED =
            """
            select g.trainee as id, max(g.changed_at) as at, g.trainee as person, null as subject, null as address
            from mentorship_changes g where g.county = ? and g.change = 'GIVEN' and g.changed_at >= ?%s
            group by g.trainee
            """;

    private static final String CALLED =
            """
            select t.id, t.received_at as at, t.trainee as person, null as subject, null as address
            from calls t where t.county = ? and t.received_at >= ?%s
            """;

    private static final String LEFT =
            """
            select f.id, f.left_at as at, f.trainee as person, o.name as subject,
                '/cohorts/' || f.cohort || '/trainees/' || f.trainee as address
            from enrolments f left join cohorts o on o.county = f.county and o.id = f.cohort
            where f.county = ? and f.left_at >= ?%s
            """;

    private final CountyReads reads;
    private final CohortSettings settings;
    private final CurrentCounty county;

    WaitingTrainees(CountyReads reads, CohortSettings settings, CurrentCounty county) {
        this.reads = reads;
        this.settings = settings;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        String id = county.id();
        return reads.rows(
                COUNTS.formatted(Stream.concat(
                                Stream.of(scope.only("e.county", "e.trainee")),
                                done(scope).stream().map(DoneWork::count))
                        .toArray()),
                WaitingTrainees::waiting,
                id,
                id,
                id,
                LocalDate.ofInstant(scope.now(), Zones.SHANGHAI).toString(),
                scope.now().minus(Duration.ofDays(settings.stalledDays())),
                id,
                scope.weekBegan(),
                id,
                scope.weekBegan(),
                id,
                scope.weekBegan(),
                id,
                scope.weekBegan());
    }

    /** In the order in which their numbers stand in the statement. */
    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(
                DoneWork.forOffice("cohort.no-card", CARDED.formatted(scope.only("c.county", "c.person"))),
                DoneWork.forOffice("cohort.no-mentor", MENTORED.formatted(scope.only("g.county", "g.trainee"))),
                DoneWork.forOffice("cohort.stuck", CALLED.formatted(scope.only("t.county", "t.trainee"))),
                DoneWork.forOffice("cohort.leaving", LEFT.formatted(scope.only("f.county", "f.trainee"))));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return Waiting.forOffice("cohort." + name, row, address(name, onlyClass(row)));
    }

    /** Where a whole class is seen to at once; people of several classes stand in the list of people. */
    private static String address(String name, Optional<UUID> cohort) {
        return switch (name) {
            case "no-card" -> cohort.map(only -> "/cohorts/" + only + "/cards").orElse("/people?card=no&left=no");
            case "no-mentor" ->
                cohort.map(only -> "/cohorts/" + only + "/mentors?without=true").orElse("/people?mentor=none&left=no");
            case "leaving" -> "/stuck?reason=" + StuckReason.WANTS_TO_LEAVE.code();
            default -> "/stuck";
        };
    }

    private static Optional<UUID> onlyClass(ResultSet row) throws SQLException {
        String first = row.getString("first");
        return first == null || !first.equals(row.getString("last"))
                ? Optional.empty()
                : Optional.of(UUID.fromString(first));
    }
}
