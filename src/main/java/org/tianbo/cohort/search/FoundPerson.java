package org.tianbo.cohort.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Jdbc;

/**
 * A trainee on a list of the county's.
 *
 * @param mobile empty where there is none, and for those who may not call
 * @param town empty for people who have none, as is the village
 * @param cohort the class in which they are looked at
 * @param stage the furthest one held
 * @param mentors their names, in order; empty for none
 * @param card whether they were ever handed one
 * @param idleDays whole days in which nothing was done; empty for those who left or are at the end
 * @param place behind them in the list
 */
public record FoundPerson(
        UUID id,
        String name,
        String mobile,
        String town,
        String village,
        UUID cohort,
        String className,
        Stage stage,
        String mentors,
        boolean card,
        Instant enrolledAt,
        Instant lastActive,
        Optional<Long> idleDays,
        Optional<Instant> leftAt,
        ListPlace place) {

    static FoundPerson of(ResultSet row, PeopleOrder order, String mobile, Instant now) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Stage stage = Stage.valueOf(row.getString("stage"));
        Instant lastActive = Jdbc.instant(row, "last_active_at");
        Instant enrolledAt = Jdbc.instant(row, "enrolled_at");
        Optional<Instant> leftAt = Optional.ofNullable(Jdbc.instant(row, "left_at"));
        String key =
                switch (order.key()) {
                    case ACTIVE -> lastActive.toString();
                    case ENROLLED -> enrolledAt.toString();
                    default -> row.getString("sort_key");
                };
        return new FoundPerson(
                id,
                row.getString("name"),
                mobile,
                text(row, "town"),
                text(row, "village"),
                row.getObject("cohort", UUID.class),
                row.getString("class_name"),
                stage,
                text(row, "mentors"),
                row.getBoolean("card"),
                enrolledAt,
                lastActive,
                leftAt.isPresent() || stage == Stage.STEADY_12
                        ? Optional.empty()
                        : Optional.of(
                                Math.max(0, Duration.between(lastActive, now).toDays())),
                leftAt,
                new ListPlace(order, key, id));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), "");
    }
}
