package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.key.PhoneSealing;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What replicas of the version before write while others seal already; needs the tables and their keys. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PhonesOfOldReplicasIT {

    private static final String COUNTY = "old-replicas";
    private static final String OTHER = "old-replicas-there";
    private static final String OFFICER = "sees-old-replicas";
    private static final String TOLD = "19900000620";
    private static final String ASKS = "19900000621";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    PhoneNumbers phones;

    @Inject
    PhoneSealing sealing;

    @Inject
    CurrentCounty county;

    private UUID officer;

    @BeforeEach
    void twoCounties() {
        counties.open(COUNTY, "旧版县", "Old County");
        counties.open(OTHER, "旧版邻县", "Old County Next Door");
        officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
    }

    @Test
    void aNumberSealedForAnotherCountyIsNotShownAndThenSealedAnew() throws SQLException {
        UUID transfer = UUID.randomUUID();
        owner("insert into transfers (county, id, side, other, name, mobile, gender, category, reason, state, asked_at,"
                + " consent, consented_at) values ('" + COUNTY + "', '" + transfer + "', 'IN', '" + OTHER
                + "', '赵旧', '" + phones.sealFor(OTHER, TOLD) + "', '', '', '嫁过来', 'CONSENTED', now(), 'PHONE', now())");

        page().get("/transfers").then().statusCode(200).body(containsString("赵旧"));
        page().get("/transfers/" + transfer)
                .then()
                .statusCode(200)
                .body(containsString("赵旧"))
                .body(not(containsString(TOLD)));

        county.run(COUNTY, () -> sealing.run(COUNTY));

        page().get("/transfers/" + transfer).then().statusCode(200).body(containsString(TOLD));
    }

    @Test
    @ActivateRequestContext
    void whoAskedToJoinThroughBothVersionsHasAskedOnce() throws SQLException {
        county.run(COUNTY, () -> people.addVillage("旧镇", "旧村"));
        UUID cohort = county.as(
                COUNTY,
                () -> cohorts.open(new NewCohort(
                        "旧版班 " + UUID.randomUUID(), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30))));
        UUID door = UUID.randomUUID();
        owner("insert into class_doors (county, id, cohort, opened_by, opened_at, closes_at) values ('" + COUNTY
                + "', '" + door + "', '" + cohort + "', '" + officer + "', now(), now())");
        for (String mobile : new String[] {phones.sealFor(COUNTY, ASKS), ASKS}) {
            owner("insert into join_requests (county, id, door, cohort, name, mobile, village, asked_at, state)"
                    + " select county, gen_random_uuid(), '" + door + "', '" + cohort + "', '钱旧', '" + mobile
                    + "', id, now(), 'WAITING' from villages where county = '" + COUNTY + "' limit 1");
        }

        county.run(COUNTY, () -> sealing.run(COUNTY));

        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows = statement.executeQuery(
                    "select count(*), min(mobile) from join_requests where cohort = '" + cohort + "'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.getString(2)).isEqualTo(phones.sealFor(COUNTY, ASKS));
            }
        }
    }

    private static void owner(String statement) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement()) {
            everywhere.execute("set tianbo.county = '*'");
            everywhere.execute(statement);
        }
    }

    private static RequestSpecification page() {
        return Tokens.as(OFFICER).accept("text/html").redirects().follow(false);
    }
}
