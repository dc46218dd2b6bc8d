package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.WorkScope;

/** The work lists: who is to be visited, the longest overdue first. */
@ApplicationScoped
public class DueVisits {

    private static final String ENDED = "select id, ends_on from cohorts where county = ? and ends_on <= ?";

    /** Rounds of classes {@code r}, people {@code p} who were in the class when it ended, what was done {@code d}. */
    private static final String FROM =
            """
             from jsonb_to_recordset(?::jsonb) as r(cohort uuid, round int, months int, due_on date, ended date)
             join enrolments e on e.county = ? and e.cohort = r.cohort
                and (e.left_at is null or e.left_at >= r.ended + 1)
             join people p on p.county = e.county and p.id = e.trainee
             left join lateral (select max(v.counts_on) filter (where v.outcome <> 'NOT_REACHED') as done_on,
                    count(*) filter (where v.outcome = 'NOT_REACHED') as tries
                from follow_up_visits v
                where v.county = e.county and v.cohort = e.cohort and v.trainee = e.trainee and v.round = r.round
                    and not v.withdrawn and not exists (select 1 from follow_up_visits k
                        where k.county = v.county and k.corrects = v.id)) d on true
             left join lateral (select a.visitor from follow_up_assignments a
                where a.county = e.county and a.cohort = e.cohort and a.trainee = e.trainee and a.round = r.round
                order by a.id desc limit 1) a on true
             where true
            """;

    private static final String LINE =
            """
            select r.cohort, r.round, r.months, r.due_on, d.done_on, d.tries, a.visitor, p.id as trainee, p.name,
                p.mobile,
                (select w.town from villages w where w.county = p.county and w.id = p.village) as town,
                (select w.name from villages w where w.county = p.county and w.id = p.village) as village,
                (select c.name from cohorts c where c.county = e.county and c.id = e.cohort) as class_name,
                (select w.name from people w where w.county = e.county and w.id = a.visitor) as visitor_name
            """;

    private static final String COUNT =
            "select case when d.done_on is not null then 'DONE' when r.due_on > ?::date then 'SOON'"
                    + " when r.due_on < ?::date then 'OVERDUE' else 'DUE' end as state, count(*)";

    private final CohortSettings settings;
    private final SeenVillages seen;
    private final CountyReads reads;
    private final PhoneNumbers phones;
    private final CurrentCounty county;
    private final Clock clock;

    DueVisits(
            CohortSettings settings,
            SeenVillages seen,
            CountyReads reads,
            PhoneNumbers phones,
            CurrentCounty county,
            Clock clock) {
        this.settings = settings;
        this.seen = seen;
        this.reads = reads;
        this.phones = phones;
        this.county = county;
        this.clock = clock;
    }

    /** @param after the last line of the page before */
    @Transactional
    public Page<DueVisit, DueVisit.Position> page(DueFilter filter, Optional<DueVisit.Position> after, int size) {
        LocalDate today = today();
        int late = settings.lateDays();
        Query query = new Query(rounds(filter.cohort(), today, settings.soonDays()), county.id());
        query.add(seen.only("p.county", "p.id"));
        query.narrow(filter, today, late);
        after.ifPresent(last ->
                query.add(" and (r.due_on, p.id, r.round) > (?, ?, ?)", last.due(), last.trainee(), last.round()));
        String select = LINE + FROM + query.conditions + " order by r.due_on, p.id, r.round limit " + (size + 1);
        return Page.of(
                reads.rows(
                        select,
                        row -> line(row, today, late, filter.mayCall() ? phones.open(row.getString("mobile")) : ""),
                        query.values()),
                size,
                DueVisit::position);
    }

    /** How many are in each state, whatever state the filter names. */
    @Transactional
    public Map<DueState, Integer> counts(DueFilter filter) {
        LocalDate today = today();
        Query query = new Query(rounds(filter.cohort(), today, settings.soonDays()), county.id());
        query.add(seen.only("p.county", "p.id"));
        query.narrow(filter.ofAnyState(), today, settings.lateDays());
        List<Object> values = new ArrayList<>(List.of(today, today.minusDays(settings.lateDays())));
        values.addAll(List.of(query.values()));
        Map<DueState, Integer> counts = new EnumMap<>(DueState.class);
        reads.rows(
                COUNT + FROM + query.conditions + " group by 1",
                row -> counts.put(DueState.valueOf(row.getString(1)), row.getInt(2)),
                values.toArray());
        return counts;
    }

    /** How many are due or overdue, and since when the first of them is; empty while none is. */
    record Waits(long count, Optional<Instant> since) {}

    Waits waits(WorkScope scope) {
        LocalDate today = today();
        Query query = new Query(rounds(Optional.empty(), today, 0), county.id());
        query.add(" and d.done_on is null");
        query.add(scope.only("p.county", "p.id"));
        return reads.rows(
                        "select count(*), min(r.due_on)" + FROM + query.conditions,
                        row -> new Waits(
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2, LocalDate.class))
                                        .map(day ->
                                                day.atStartOfDay(Zones.SHANGHAI).toInstant())),
                        query.values())
                .get(0);
    }

    public LocalDate today() {
        return clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
    }

    /** The rounds that are on a list by then, as JSON for a table of PostgreSQL's; no text of people is in it. */
    private String rounds(Optional<UUID> cohort, LocalDate today, int ahead) {
        FollowUpPlan plan = FollowUpPlan.of(settings);
        LocalDate last = today.plusDays(ahead);
        record Ended(UUID id, LocalDate on) {}
        List<Ended> ended = reads.rows(
                ENDED,
                row -> new Ended(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                county.id(),
                last);
        List<String> rounds = new ArrayList<>();
        for (Ended one : ended) {
            for (int round = 1; round <= FollowUpPlan.ROUNDS; round++) {
                FollowUpPlan.Due due = plan.due(one.on(), round);
                boolean wanted = cohort.map(one.id()::equals).orElse(true);
                if (wanted && !due.on().isAfter(last)) {
                    rounds.add("{\"cohort\":\"" + one.id() + "\",\"round\":" + round + ",\"months\":" + due.months()
                            + ",\"due_on\":\"" + due.on() + "\",\"ended\":\"" + one.on() + "\"}");
                }
            }
        }
        return rounds.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static DueVisit line(ResultSet row, LocalDate today, int late, String mobile) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        LocalDate doneOn = row.getObject("done_on", LocalDate.class);
        return new DueVisit(
                row.getObject("cohort", UUID.class),
                row.getString("class_name"),
                row.getObject("trainee", UUID.class),
                row.getInt("round"),
                row.getInt("months"),
                due,
                doneOn == null ? DueState.of(due, today, late) : DueState.DONE,
                row.getString("name"),
                mobile,
                text(row, "town"),
                text(row, "village"),
                row.getObject("visitor", UUID.class),
                text(row, "visitor_name"),
                doneOn,
                row.getInt("tries"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), "");
    }

    /** Conditions, and the values for all question marks from {@link #FROM} on. */
    private static final class Query {

        private final StringBuilder conditions = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Query(String rounds, String county) {
            values.add(rounds);
            values.add(county);
        }

        void narrow(DueFilter filter, LocalDate today, int late) {
            filter.state().ifPresent(state -> {
                add(" and d.done_on is " + (state == DueState.DONE ? "not null" : "null"));
                switch (state) {
                    case SOON -> add(" and r.due_on > ?", today);
                    case DUE -> add(" and r.due_on between ? and ?", today.minusDays(late), today);
                    case OVERDUE -> add(" and r.due_on < ?", today.minusDays(late));
                    default -> {}
                }
            });
            String nobody = "a.visitor is null";
            if (filter.visitor().isPresent()) {
                String theirs = filter.unassigned() ? "(a.visitor = ? or " + nobody + ")" : "a.visitor = ?";
                add(" and " + theirs, filter.visitor().get());
            } else if (filter.unassigned()) {
                add(" and " + nobody);
            }
            filter.villages().ifPresent(all -> add(" and p.village = any(?::uuid[])", all));
        }

        void add(String condition, Object... parameters) {
            conditions.append(condition);
            values.addAll(List.of(parameters));
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
