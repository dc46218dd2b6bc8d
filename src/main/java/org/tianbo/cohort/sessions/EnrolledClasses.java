package org.tianbo.cohort.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Tells attendance whose class is whose. */
@ApplicationScoped
class EnrolledClasses implements ClassRegister {

    private static final String NAMES = "select id, name from cohorts where county = ?";

    private static final String MEMBERS =
            "select trainee from enrolments where county = ? and cohort = ? and left_at is null";

    private static final String LATEST =
            """
            select distinct on (trainee) trainee, cohort from enrolments
            where county = ? and trainee = any(?::uuid[]) order by trainee, enrolled_at desc, id desc
            """;

    private static final String CLASSES =
            "select cohort from enrolments where county = ? and trainee = ? and left_at is null";

    private final Cohorts cohorts;
    private final CountyReads reads;
    private final CurrentCounty county;

    EnrolledClasses(Cohorts cohorts, CountyReads reads, CurrentCounty county) {
        this.cohorts = cohorts;
        this.reads = reads;
        this.county = county;
    }

    @Override
    public String name(UUID cohort) {
        return cohorts.cohort(cohort).name();
    }

    @Override
    public Map<UUID, String> names() {
        record Named(UUID id, String name) {}
        return reads.rows(NAMES, row -> new Named(row.getObject(1, UUID.class), row.getString(2)), county.id()).stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    @Override
    public Set<UUID> members(UUID cohort) {
        return Set.copyOf(reads.rows(MEMBERS, row -> row.getObject(1, UUID.class), county.id(), cohort));
    }

    @Override
    public boolean isMember(UUID cohort, UUID trainee) {
        return classesOf(trainee).contains(cohort);
    }

    @Override
    public Map<UUID, UUID> latestClasses(Collection<UUID> people) {
        record Latest(UUID person, UUID cohort) {}
        if (people.isEmpty()) {
            return Map.of();
        }
        return reads
                .rows(
                        LATEST,
                        row -> new Latest(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        county.id(),
                        people)
                .stream()
                .collect(Collectors.toMap(Latest::person, Latest::cohort));
    }

    @Override
    public List<UUID> classesOf(UUID trainee) {
        return reads.rows(CLASSES, row -> row.getObject(1, UUID.class), county.id(), trainee);
    }
}
