package org.tianbo.cohort.stuck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.WorkScope;

/** The statement that finds who stands still and says why, with the values for its question marks. */
final class StuckStatement {

    /**
     * Everybody in a class once, who for so long did nothing. Whoever is in several classes is looked at in the latest,
     * as in lists of people.
     */
    private static final String IDLE =
            """
            with idle as (
                select e.county, e.trainee, e.cohort, e.stage, e.enrolled_at, e.last_active_at, p.name, p.mobile,
                    p.village, c.call, c.outcome, c.at as called_at, c.again_on
                from enrolments e
                join people p on p.county = e.county and p.id = e.trainee
                left join last_calls c on c.county = e.county and c.trainee = e.trainee
                where e.county = ? and p.county = ? and e.left_at is null and e.stage <> 'STEADY_12'
                    and (e.last_active_at <= ? or c.outcome = 'WANTS_TO_LEAVE' and e.last_active_at <= c.at)
                    and not exists (select 1 from enrolments o where o.county = e.county and o.trainee = e.trainee
                        and o.left_at is null and o.id > e.id)
            """;

    private static final String DUE = " and (c.again_on is null or c.again_on <= cast(? as date))";
    private static final String RESTING = " and c.again_on > cast(? as date)";

    /** What is known of each of them, a look by key each; of later steps only for those who are there. */
    private static final String KNOWN =
            """
            ), known as (
                select i.*, a.title, a.state, a.at as attempted_at, r.id as review, r.review_state, r.submitted_at,
                    r.published_at, l.lessons, l.last_lesson_at, s.id as store, d.issued_at as card_at, n.last_at
                        as sign_in_at,
                    r.published_at is not null and exists (
                        select 1 from sync_records f where f.county = i.county and f.person = i.trainee
                            and f.type = 'feedback.read' and f.data ->> 'attempt' = r.attempt::text) as feedback_read
                from idle i
                left join lateral (
                    select a.title, a.state, coalesce(a.handed_in_at, a.finished_at, a.created_at) as at
                    from attempts a
                    where a.county = i.county and a.trainee = i.trainee and a.state <> 'planned'
                    order by a.created_at desc limit 1) a on true
                left join lateral (
                    select r.id, r.attempt, r.state as review_state, r.submitted_at,
                        case when r.undoable_until is null then r.published_at end as published_at
                    from reviews r
                    where r.county = i.county and r.trainee = i.trainee and r.state <> 'WITHDRAWN'
                    order by r.submitted_at desc limit 1) r on true
                left join lateral (
                    select count(*) filter (where l.lesson = any (?))::int as lessons, max(l.at) as last_lesson_at
                    from lessons_done l
                    where l.county = i.county and l.trainee = i.trainee) l on true
                left join lateral (
                    select s.id from stores s where s.county = i.county and s.trainee = i.trainee) s on true
                left join lateral (
                    select max(d.issued_at) as issued_at from cards d
                    where d.county = i.county and d.person = i.trainee and d.withdrawn_at is null) d on true
                left join sign_ins n on n.county = i.county and n.person = i.trainee
            """;

    /** The first reason that holds, in the order in which they are looked for, and since when it does. */
    private static final String WHY =
            """
            ), judged as (
                select k.*, case
                    when outcome = 'WANTS_TO_LEAVE' and last_active_at <= called_at then 'WANTS_TO_LEAVE'
                    when stage = 'ENROLLED' and card_at is null and sign_in_at is null and last_lesson_at is null
                        then 'NO_CARD'
                    when review_state in ('WAITING', 'CLAIMED') and not exists (
                        select 1 from mentorships m where m.county = k.county and m.trainee = k.trainee)
                        then 'NO_MENTOR'
                    when review_state in ('WAITING', 'CLAIMED') then 'REVIEW_WAITING'
                    when stage = 'READY' then 'CERTIFICATE_WAITING'
                    when stage = 'CERTIFIED' and exists (
                        select 1 from gate_evidence g where g.county = k.county and g.store = k.store
                            and g.removed_at is null and not exists (
                            select 1 from gate_checks x where x.county = g.county and x.evidence = g.id))
                        then 'PAPERS_WAITING'
                    when outcome = 'WRONG_NUMBER' and not exists (
                        select 1 from person_corrections x where x.county = k.county and x.person = k.trainee
                            and x.field = 'PHONE' and x.corrected_at > k.called_at)
                        then 'WRONG_NUMBER'
                    when stage in (BEFORE_CERTIFICATE) and state = 'ready' then 'NOT_HANDED_IN'
                    when stage in (BEFORE_CERTIFICATE) and state = 'failed' then 'RECORDING_FAILED'
                    when stage in (BEFORE_CERTIFICATE) and state = 'uploading' then 'UPLOAD_UNFINISHED'
                    when stage in (BEFORE_CERTIFICATE) and published_at is not null and not feedback_read
                        then 'FEEDBACK_UNREAD'
                    when stage = 'ENROLLED' and sign_in_at is null and last_lesson_at is null then 'NEVER_SIGNED_IN'
                    when stage = 'ENROLLED' then 'NOT_BEGUN'
                    when stage = 'LEARNING' and lessons < ? then 'LESSONS_STOPPED'
                    when stage = 'LEARNING' then 'PRACTICE_NOT_BEGUN'
                    when stage in (BEFORE_CERTIFICATE) then 'PRACTISE_AGAIN'
                    when stage = 'CERTIFIED' and store is null then 'STORE_NOT_BEGUN'
                    when stage = 'CERTIFIED' then 'PAPERS_MISSING'
                    when exists (
                        select 1 from store_turns t where t.county = k.county and t.store = k.store
                            and t.kind = 'OPENED' and t.on_day < cast(? as date))
                        and not exists (
                            select 1 from order_imports m where m.county = k.county and m.store = k.store
                                and m.imported_at >= ?) then 'FILE_MISSING'
                    else 'NO_SALES' end as reason
                from known k
            ), stuck as (
                select j.*, array_position(array[REASONS], reason) as place, case reason
                    when 'WANTS_TO_LEAVE' then called_at
                    when 'WRONG_NUMBER' then called_at
                    when 'NO_CARD' then enrolled_at
                    when 'NO_MENTOR' then submitted_at
                    when 'REVIEW_WAITING' then submitted_at
                    when 'NOT_HANDED_IN' then attempted_at
                    when 'RECORDING_FAILED' then attempted_at
                    when 'UPLOAD_UNFINISHED' then attempted_at
                    when 'FEEDBACK_UNREAD' then published_at
                    when 'NEVER_SIGNED_IN' then coalesce(card_at, enrolled_at)
                    else last_active_at end as since
                from judged j
            )
            """
                    .replace(
                            "BEFORE_CERTIFICATE",
                            Arrays.stream(Stage.values())
                                    .filter(stage -> stage.compareTo(Stage.READY) < 0)
                                    .map(stage -> "'" + stage + "'")
                                    .collect(Collectors.joining(", ")))
                    .replace("REASONS", StuckReason.names(false));

    private final StringBuilder sql = new StringBuilder(IDLE);
    private final List<Object> values = new ArrayList<>();

    private StuckStatement() {}

    /**
     * @param idleSince who did nothing since then
     * @param lessons those that are asked for, by slug
     */
    static StuckStatement of(
            StuckFilter filter, String county, Instant now, Instant idleSince, Collection<String> lessons) {
        StuckStatement all = new StuckStatement();
        all.values.addAll(List.of(county, county, idleSince));
        all.sql.append(new WorkScope(filter.scope(), now, now).only("e.county", "e.trainee"));
        filter.cohort().ifPresent(cohort -> all.add(" and e.cohort = ?", cohort));
        filter.stage().ifPresent(stage -> all.add(" and e.stage = ?", stage.name()));
        filter.village().ifPresent(village -> all.add(" and p.village = ?", village));
        filter.town()
                .ifPresent(town -> all.add(
                        " and p.village in (select w.id from villages w where w.county = ? and w.town = ?)",
                        county,
                        town));
        LocalDate today = LocalDate.ofInstant(now, Zones.SHANGHAI);
        all.add(filter.resting() ? RESTING : DUE, today.toString());
        if (filter.onlyCalls()) {
            all.sql.append(" and coalesce(p.mobile, '') <> ''");
        }
        LocalDate month = YearMonth.from(today).atDay(1);
        all.add(KNOWN, lessons);
        all.add(
                WHY,
                lessons.size(),
                month.toString(),
                month.atStartOfDay(Zones.SHANGHAI).toInstant());
        return all;
    }

    /** The select behind it; conditions of the filter that ask for the reason are in it. */
    StuckStatement then(String select, StuckFilter filter) {
        sql.append(select).append(" where true");
        filter.reason().ifPresent(reason -> add(" and s.reason = ?", reason.name()));
        if (filter.onlyCalls()) {
            sql.append(" and s.reason in (").append(StuckReason.names(true)).append(')');
        }
        return this;
    }

    void add(String more, Object... parameters) {
        sql.append(more);
        values.addAll(List.of(parameters));
    }

    void behind(StuckPlace place) {
        UUID last = place.trainee();
        add(" and (s.place, s.since, s.trainee) > (?, ?, ?)", place.reason().ordinal() + 1, place.since(), last);
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
