package org.tianbo.cohort.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.cohort.followup.FollowUpCalls.photo;
import static org.tianbo.cohort.followup.FollowUpCalls.send;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A visit that is given to somebody else while a phone is without network. Needs rows of a county and roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class VisitGivenAwayIT {

    private static final String FIRST = "visits-without-network";
    private static final String SECOND = "is-asked-instead";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    private UUID trainee;
    private UUID cohort;

    @BeforeEach
    void aVisitIsToBeMade() {
        trainee = newcomers.join("is-visited-once", Roles.TRAINEE);
        cohort = classes.open();
        classes.enrol(cohort, trainee);
    }

    @Test
    void whatTheFirstVisitorFoundIsHeardWithItsPhotosThoughSomebodyElseIsAskedMeanwhile() throws IOException {
        UUID first = newcomers.join(FIRST, Roles.MENTOR);
        UUID second = newcomers.join(SECOND, Roles.MENTOR);
        newcomers.join("was-never-asked", Roles.MENTOR);
        give(first);
        give(second);
        UUID visit = Ids.next();

        send(FIRST, visit, data()).body("results[0].status", equalTo("accepted"));

        photo(FIRST, visit).statusCode(200);
        Map<String, Object> nextDay = new HashMap<>(data());
        nextDay.put("on", LocalDate.now(Zones.SHANGHAI).plusDays(1).toString());
        send(FIRST, Ids.next(), nextDay).body("results[0].code", equalTo("followup.not-yours"));
        photo("was-never-asked", visit).statusCode(403);
        send("was-never-asked", Ids.next(), data()).body("results[0].code", equalTo("followup.not-yours"));
        PlannedSessions.page(FIRST).get(address()).then().statusCode(403);
        assertThat(Tokens.page("officer1", address())).contains(FIRST, "店开着");
    }

    @Test
    void whatComesAMonthAfterTheVisitWasGivenAwayIsRefused() throws SQLException {
        String login = "comes-a-month-later";
        give(newcomers.join(login, Roles.MENTOR));
        give(newcomers.join(SECOND, Roles.MENTOR));
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("update follow_up_assignments set assigned_at = assigned_at - interval '31 days'"
                    + " where cohort = '" + cohort + "'");
        }
        Map<String, Object> before = new HashMap<>(data());
        before.put("on", LocalDate.now(Zones.SHANGHAI).minusDays(32).toString());

        send(login, Ids.next(), before).body("results[0].code", equalTo("followup.not-yours"));
    }

    @Test
    void somebodyInvitedToWorkHereCanBeAskedBeforeTheirFirstVisit() throws SQLException {
        UUID invited = newcomers.join("was-just-invited", Roles.MENTOR);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("insert into staff (county, person, role, account, invited_at, version) select county,"
                    + " id, 'mentor', 'READY', now(), 0 from people where id = '" + invited + "'"
                    + " on conflict do nothing");
        }

        assertThat(Tokens.page("officer1", "/follow-up?state=overdue&cohort=" + cohort))
                .contains("value=\"" + invited + "\"");
    }

    private void give(UUID visitor) {
        PlannedSessions.page("officer1")
                .formParams(Map.of("rounds", cohort + "/" + trainee + "/1", "visitor", visitor.toString()))
                .post("/follow-up/assign")
                .then()
                .statusCode(303);
    }

    private String address() {
        return "/follow-up/" + cohort + "/" + trainee + "/1";
    }

    private Map<String, Object> data() {
        return Map.of(
                "cohort",
                cohort,
                "trainee",
                trainee,
                "round",
                1,
                "method",
                "IN_PERSON",
                "outcome",
                "MET",
                "on",
                LocalDate.now(Zones.SHANGHAI).toString(),
                "store",
                "OPEN",
                "help",
                "看了她的直播间，说了下次怎么改");
    }
}
