package org.tianbo.privacy.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;

/** Each file of a county's people is a look at each of them: a page reads no month of them. Needs the planner. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LookPlansIT {

    private static final String COUNTY = "look-plans";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty current;

    @Test
    void aPageOfLooksReadsTheirIndexAsFarAsThePageGoes() throws SQLException {
        try (OwnCounty county = OwnCounty.make(COUNTY)) {
            county.each(
                    "personal_looks (person, viewer, what, day, times, last_at)",
                    "lpad(to_hex(n % 40), 32, '0')::uuid, lpad(to_hex(n / 40 % 25), 32, '0')::uuid, 'LIST',"
                            + " date '2026-05-01' + n / 1000, 1, now()",
                    0,
                    29_999);
            county.execute("analyze personal_looks");

            assertThat(plan(LookLog.DAYS, COUNTY, DAY, DAY.plusDays(31), OwnCounty.person(0), "FILE", 101))
                    .contains("personal_looks_by_day")
                    .doesNotContain("Seq Scan on personal_looks");
            UUID viewer = OwnCounty.person(7);
            assertThat(plan(LookLog.PEOPLE, COUNTY, DAY, viewer, "LIST", OwnCounty.person(0), 101))
                    .contains("personal_looks_by_day");
        }
    }

    private String plan(String select, Object... values) {
        return current.as(
                COUNTY, () -> String.join("\n", reads.rows("explain " + select, row -> row.getString(1), values)));
    }
}
