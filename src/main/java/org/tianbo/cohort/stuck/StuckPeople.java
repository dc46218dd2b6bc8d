package org.tianbo.cohort.stuck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.Stage;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Who of the county stands still, why, and what to do about it. */
@ApplicationScoped
public class StuckPeople {

    private static final String BY_REASON = "select s.reason, count(*) as n from stuck s";

    private static final String PAGE = ", page as (select s.* from stuck s";

    /** What only those of one page are asked about. */
    private static final String PERSON =
            """
            )
            select s.*, v.town, v.name as village_name, c.name as class_name, t.note as call_note,
                coalesce((select m.at from milestones m where m.county = s.county and m.cohort = s.cohort
                    and m.trainee = s.trainee and m.stage = s.stage and m.change = 'REACHED'
                    order by m.ordinal desc limit 1), s.enrolled_at) as stage_since,
                coalesce((select string_agg(n.name, '、' order by n.reading) from mentorships m
                    join people n on n.county = m.county and n.id = m.mentor
                    where m.county = s.county and m.trainee = s.trainee), '') as mentors,
                coalesce((select g ->> 'words' from reviews r, jsonb_array_elements(r.draft -> 'moments') g
                    where r.county = s.county and r.id = s.review and r.state = 'PUBLISHED'
                    and g ->> 'id' = r.draft ->> 'change' limit 1), '') as goal
            from page s
            join cohorts c on c.county = s.county and c.id = s.cohort
            left join villages v on v.county = s.county and v.id = s.village
            left join calls t on t.county = s.county and t.id = s.call
            order by s.place, s.since, s.trainee
            """;

    private final CountyReads reads;
    private final CohortSettings settings;
    private final Curriculum curriculum;
    private final PhoneNumbers phones;
    private final CurrentCounty county;
    private final Clock clock;

    StuckPeople(
            CountyReads reads,
            CohortSettings settings,
            Curriculum curriculum,
            PhoneNumbers phones,
            CurrentCounty county,
            Clock clock) {
        this.reads = reads;
        this.settings = settings;
        this.curriculum = curriculum;
        this.phones = phones;
        this.county = county;
        this.clock = clock;
    }

    /** How many there are of each reason, whichever reason the filter asks for; reasons of nobody are absent. */
    @Transactional
    public Map<StuckReason, Long> byReason(StuckFilter filter) {
        Map<StuckReason, Long> counts = new EnumMap<>(StuckReason.class);
        StuckFilter any = new StuckFilter(
                filter.scope(),
                filter.cohort(),
                filter.town(),
                filter.village(),
                filter.stage(),
                Optional.empty(),
                filter.resting(),
                filter.onlyCalls());
        StuckStatement statement = statement(any).then(BY_REASON, any);
        statement.add(" group by s.reason");
        reads.rows(
                        statement.sql(),
                        row -> Map.entry(StuckReason.valueOf(row.getString("reason")), row.getLong("n")),
                        statement.values())
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /**
     * A page of them: what can be changed quickest first, of that what has waited longest.
     *
     * @param mayCall whether phones are told
     */
    @Transactional
    public Page<StuckPerson, StuckPlace> page(
            StuckFilter filter, Optional<StuckPlace> after, int size, boolean mayCall) {
        Instant now = clock.instant();
        StuckStatement statement = statement(filter).then(PAGE, filter);
        after.ifPresent(statement::behind);
        statement.add(" order by s.place, s.since, s.trainee limit " + (size + 1) + PERSON);
        return Page.of(
                reads.rows(
                        statement.sql(),
                        row -> person(row, now, mayCall ? phones.open(row.getString("mobile")) : ""),
                        statement.values()),
                size,
                StuckPerson::place);
    }

    /** After so many days without doing anything somebody stands still. */
    public int days() {
        return settings.stalledDays();
    }

    /** How many lessons are asked for before the practice. */
    public int lessons() {
        return asked().size();
    }

    /** What all counties are taught: whoever has finished that has not stopped because their county added a lesson. */
    private List<String> asked() {
        return curriculum.courses().stream()
                .filter(course -> !course.own())
                .flatMap(course -> course.lessons().stream())
                .map(LessonSummary::slug)
                .toList();
    }

    private StuckStatement statement(StuckFilter filter) {
        Instant now = clock.instant();
        return StuckStatement.of(filter, county.id(), now, now.minus(Duration.ofDays(days())), asked());
    }

    private static StuckPerson person(ResultSet row, Instant now, String mobile) throws SQLException {
        Instant since = Jdbc.instant(row, "since");
        Instant called = Jdbc.instant(row, "called_at");
        StuckReason reason = StuckReason.valueOf(row.getString("reason"));
        return new StuckPerson(
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getString("class_name"),
                row.getString("name"),
                mobile,
                text(row, "town"),
                text(row, "village_name"),
                Stage.valueOf(row.getString("stage")),
                days(Jdbc.instant(row, "stage_since"), now),
                reason,
                since,
                days(since, now),
                days(Jdbc.instant(row, "last_active_at"), now),
                text(row, "title"),
                row.getInt("lessons"),
                text(row, "goal"),
                row.getString("mentors"),
                Optional.ofNullable(
                        row.getObject(reason == StuckReason.PAPERS_WAITING ? "store" : "review", UUID.class)),
                Optional.ofNullable(Jdbc.instant(row, "sign_in_at")),
                called == null
                        ? Optional.empty()
                        : Optional.of(new StuckPerson.LastCall(
                                CallOutcome.valueOf(row.getString("outcome")),
                                called,
                                Optional.ofNullable(row.getObject("again_on", LocalDate.class)),
                                text(row, "call_note"))));
    }

    private static long days(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toDays());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), "");
    }
}
