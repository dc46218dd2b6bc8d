package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** A class. */
@Entity
@Table(name = "cohorts")
class Cohort extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public String name;
    public LocalDate startsOn;
    public LocalDate endsOn;
    public Instant openedAt;

    boolean isAs(NewCohort wanted) {
        return name.equals(wanted.name()) && isOnDaysOf(wanted);
    }

    boolean isOnDaysOf(NewCohort wanted) {
        return startsOn.equals(wanted.from()) && endsOn.equals(wanted.to());
    }

    void become(NewCohort wanted) {
        name = wanted.name();
        startsOn = wanted.from();
        endsOn = wanted.to();
    }

    static Cohort open(NewCohort wanted, Instant now) {
        Cohort cohort = new Cohort();
        cohort.id = Ids.next();
        cohort.become(wanted);
        cohort.openedAt = now;
        return cohort;
    }
}
