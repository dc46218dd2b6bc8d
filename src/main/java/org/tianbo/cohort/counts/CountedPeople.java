package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** The people behind a number: exactly those who are counted in it, one line for each class they count in. */
@ApplicationScoped
public class CountedPeople {

    private static final String PAGE =
            """
            select t.trainee, t.cohort, t.held, t.gone, p.name, c.name as class_name, v.town, v.name as village
            from (select * from counted_trainees where %s order by trainee, cohort limit %d) as t
            join people p on p.county = t.county and p.id = t.trainee
            join cohorts c on c.county = t.county and c.id = t.cohort
            left join villages v on v.county = t.county and v.id = t.village
            order by t.trainee, t.cohort
            """;

    /** The last fact about a stage that had been recorded by then. */
    private static final String RECORDED =
            """
            (select m.change from milestones m
                where m.county = counted_trainees.county and m.cohort = counted_trainees.cohort
                    and m.trainee = counted_trainees.trainee and m.stage = ? and m.recorded_at < ?
                order by m.ordinal desc limit 1)
            """;

    private final StageCounts counts;
    private final CountyReads reads;
    private final CurrentCounty county;

    CountedPeople(StageCounts counts, CountyReads reads, CurrentCounty county) {
        this.counts = counts;
        this.reads = reads;
        this.county = county;
    }

    /**
     * Which of those a filter leaves.
     *
     * @param holds those who hold it; for {@link Stage#ENROLLED} everyone ever enrolled
     * @param gone only those who left
     * @param monthEnd as had been recorded by the end of that month, as {@link MonthlyCounts} has it; empty for today
     */
    public record Wanted(CountFilter filter, Stage holds, boolean gone, Optional<YearMonth> monthEnd) {}

    /** A place in the list: the last line before it. */
    public record Place(UUID trainee, UUID cohort) {}

    /**
     * @param current the furthest stage held
     * @param town empty for people who have none, as is the village
     */
    public record Person(
            UUID id,
            UUID cohort,
            String name,
            String className,
            String town,
            String village,
            Stage current,
            boolean gone) {

        /** The page with the evidence of whatever they are counted in. */
        public String proof() {
            return "/cohorts/" + cohort + "/trainees/" + id;
        }
    }

    /** As {@link StageCounts} has it wherever it counts them: nobody is counted one by one for that. */
    public int count(Wanted wanted) {
        if (wanted.monthEnd().isEmpty() && (everybody(wanted) || !wanted.gone())) {
            Funnel funnel = counts.funnel(wanted.filter());
            return wanted.gone()
                    ? funnel.left()
                    : funnel.steps().get(wanted.holds().ordinal()).count();
        }
        CountConditions conditions = conditions(wanted);
        return reads.rows(
                        "select count(*) from counted_trainees where " + conditions.sql(),
                        row -> row.getInt(1),
                        conditions.values().toArray())
                .get(0);
    }

    /** In the order in which the county came to know them. */
    public Page<Person, Place> page(Wanted wanted, Optional<Place> after, int size) {
        CountConditions conditions = conditions(wanted);
        after.ifPresent(place -> conditions.add(" and (trainee, cohort) > (?, ?)", place.trainee(), place.cohort()));
        List<Person> found = reads.rows(
                PAGE.formatted(conditions.sql(), size + 1),
                CountedPeople::person,
                new ArrayList<>(conditions.values()).toArray());
        return Page.of(found, size, last -> new Place(last.id(), last.cohort()));
    }

    private CountConditions conditions(Wanted wanted) {
        CountConditions conditions = CountConditions.of(wanted.filter(), county.id());
        if (wanted.monthEnd().isPresent()) {
            conditions.add(
                    " and " + RECORDED
                            + (wanted.gone() ? "= 'LOST'" : everybody(wanted) ? "is not null" : "= 'REACHED'"),
                    wanted.holds().name(),
                    wanted.monthEnd()
                            .get()
                            .plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(Zones.SHANGHAI)
                            .toInstant());
            return conditions;
        }
        if (wanted.holds() != Stage.ENROLLED) {
            // With the number itself, for an index of each stage to be found by.
            conditions.add(" and held >> " + wanted.holds().ordinal() + " & 1 = 1");
        }
        if (wanted.gone()) {
            conditions.add(" and gone");
        }
        return conditions;
    }

    private static boolean everybody(Wanted wanted) {
        return wanted.holds() == Stage.ENROLLED;
    }

    private static Person person(ResultSet row) throws SQLException {
        int furthest = 31 - Integer.numberOfLeadingZeros(row.getInt("held"));
        return new Person(
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getString("name"),
                row.getString("class_name"),
                Objects.toString(row.getString("town"), ""),
                Objects.toString(row.getString("village"), ""),
                Stage.values()[furthest],
                row.getBoolean("gone"));
    }
}
