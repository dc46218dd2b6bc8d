package org.tianbo.mentoring.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code county_rubrics}; a later version outdates an earlier one, nothing is edited. */
@ApplicationScoped
class RubricTable {

    private static final String BEFORE = "select version, criteria, usual, reason, set_by, set_at from county_rubrics"
            + " where county = ? and version < ? order by version desc limit ?";

    /** The key refuses a second change of the same version, the condition a version that is not the next. */
    private static final String APPEND =
            """
            insert into county_rubrics (county, version, criteria, usual, reason, set_by, set_at)
            select :county, :version, cast(:criteria as jsonb), :usual, :reason, :by, :at
            where :version = 1 + (select coalesce(max(version), 0) from county_rubrics where county = :county)
            on conflict do nothing
            """;

    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};

    /** Apart from the API's JSON, so that a change there never touches what is stored. */
    private static final ObjectMapper JSON = new JsonMapper();

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    RubricTable(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    Optional<RubricVersion> last() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<RubricVersion> version(long number) {
        return number == Long.MAX_VALUE
                ? Optional.empty()
                : before(number + 1, 1).stream()
                        .filter(found -> found.number() == number)
                        .findFirst();
    }

    /** The next versions before this one, the latest first. */
    List<RubricVersion> before(long number, int most) {
        return reads.rows(BEFORE, RubricTable::version, county.id(), number, most);
    }

    /** Whether it was appended; another change of that version was there first if not. */
    boolean append(RubricVersion version) {
        return entities.createNativeMutationQuery(APPEND)
                        .setParameter("county", county.id())
                        .setParameter("version", version.number())
                        .setParameter(
                                "criteria",
                                version.criteria().map(RubricTable::written).orElse(null),
                                String.class)
                        .setParameter("usual", version.usual().orElse(null), String.class)
                        .setParameter("reason", version.reason())
                        .setParameter("by", version.by())
                        .setParameter("at", version.at().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private static RubricVersion version(ResultSet row) throws SQLException {
        return new RubricVersion(
                row.getLong("version"),
                Optional.ofNullable(row.getString("criteria")).map(RubricTable::read),
                Optional.ofNullable(row.getString("usual")),
                row.getString("reason"),
                row.getObject("set_by", UUID.class),
                Jdbc.instant(row, "set_at"));
    }

    private static List<Criterion> read(String criteria) {
        try {
            return JSON.readValue(criteria, CRITERIA);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored rubric cannot be read", unreadable);
        }
    }

    private static String written(List<Criterion> criteria) {
        try {
            return JSON.writeValueAsString(criteria);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
