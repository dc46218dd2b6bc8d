package org.tianbo.practice.audience;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** The audience of one attempt, and what it asked. Written once, when the attempt is finished. */
@Entity
@Table(name = "audience_records")
class AudienceRecord extends PanacheEntityBase {

    @Id
    public UUID attempt;

    @TenantId
    public String county;

    public String scenario;
    public String scenarioVersion;
    public String intensity;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<AudienceReport.Asked> asked;

    static AudienceRecord of(UUID attempt, AudienceReport report) {
        AudienceRecord one = new AudienceRecord();
        one.attempt = attempt;
        one.scenario = report.scenario();
        one.scenarioVersion = report.version();
        one.intensity = report.intensity();
        one.asked = report.asked();
        return one;
    }
}
