package org.tianbo.cohort.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.cohort.ClassRosterImports;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The same way in as for a roster file of one class. */
@ApplicationScoped
class RostersOfOthers implements ClassRosterImports {

    private static final String CLASSES =
            "select id, name, starts_on, ends_on from cohorts where county = ? order by starts_on, id";

    private final ClassRosters rosters;
    private final ClassRegister register;
    private final CountyReads reads;
    private final CurrentCounty county;

    RostersOfOthers(ClassRosters rosters, ClassRegister register, CountyReads reads, CurrentCounty county) {
        this.rosters = rosters;
        this.register = register;
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<ClassView> classes() {
        return reads.rows(
                CLASSES,
                row -> new ClassView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getDate("starts_on").toLocalDate(),
                        row.getDate("ends_on").toLocalDate()),
                county.id());
    }

    @Override
    public Set<UUID> members(UUID cohort) {
        return register.members(cohort);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Brought check(UUID cohort, InputStream roster) {
        return brought(rosters.checkHere(cohort, roster));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Brought take(UUID cohort, InputStream roster, UUID by) {
        return brought(rosters.importHere(cohort, roster, Optional.empty(), by));
    }

    private static Brought brought(ClassRosters.Outcome outcome) {
        return new Brought(
                outcome.report(), outcome.newcomers(), outcome.changes().all().size());
    }
}
