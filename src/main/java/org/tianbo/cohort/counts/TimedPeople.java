package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The people behind what {@link StageTimes} says of a stage: one line for each class they count in. */
@ApplicationScoped
public class TimedPeople {

    private static final String PAGE =
            """
            select t.trainee, t.cohort, t.took, p.name, c.name as class_name, v.town, v.name as village
            from (select one.*, days[%1$d] as took from counted_trainees one where %2$s and days[%1$d] is not null
                order by took, trainee, cohort limit %3$d) as t
            join people p on p.county = t.county and p.id = t.trainee
            join cohorts c on c.county = t.county and c.id = t.cohort
            left join villages v on v.county = t.county and v.id = t.village
            order by t.took, t.trainee, t.cohort
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    TimedPeople(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** A place in the list: the last line before it. */
    public record Place(int days, UUID trainee, UUID cohort) {}

    /**
     * @param days from the stage before to this one
     * @param town empty for people who have none, as is the village
     */
    public record Person(UUID id, UUID cohort, String name, String className, String town, String village, int days) {

        /** The page with the evidence of both stages. */
        public String proof() {
            return "/cohorts/" + cohort + "/trainees/" + id;
        }
    }

    /**
     * Whoever took least days first.
     *
     * @param stage any but the first
     */
    public Page<Person, Place> page(CountFilter filter, Stage stage, Optional<Place> after, int size) {
        int column = stage.ordinal() + 1;
        CountConditions conditions = CountConditions.of(filter, county.id());
        after.ifPresent(last -> conditions.add(
                " and (days[" + column + "], trainee, cohort) > (?, ?, ?)",
                last.days(),
                last.trainee(),
                last.cohort()));
        List<Person> found = reads.rows(
                PAGE.formatted(column, conditions.sql(), size + 1),
                TimedPeople::person,
                new ArrayList<>(conditions.values()).toArray());
        return Page.of(found, size, last -> new Place(last.days(), last.id(), last.cohort()));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getString("name"),
                row.getString("class_name"),
                Objects.toString(row.getString("town"), ""),
                Objects.toString(row.getString("village"), ""),
                row.getInt("took"));
    }
}
