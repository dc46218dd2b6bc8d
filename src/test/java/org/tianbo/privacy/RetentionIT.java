package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.privacy.retention.RetentionJob;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What a county keeps no longer, and the sheet that says what it keeps; needs jobs and real tables. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RetentionIT {

    private static final String COUNTY = "retention-county";
    private static final String OFFICER = "keeps-no-longer";

    private static final String OLD_AND_NEW =
            """
            insert into personal_looks (county, person, viewer, what, day, times, last_at)
            select '%1$s', '%2$s', '%2$s', 'FILE', day::date, 1, day::timestamptz
            from unnest(array['2020-05-01', '2020-05-02', '2020-05-03']) as day;
            insert into personal_looks (county, person, viewer, what, day, times, last_at)
            values ('%1$s', '%2$s', '%2$s', 'FILE', current_date, 1, now());
            insert into inbox_messages (county, id, person, kind, subject, title, about_at, link, created_at)
            select '%1$s', gen_random_uuid(), '%2$s', 'x', gen_random_uuid(), 'x', at, '', at
            from unnest(array['2020-05-01'::timestamptz, '2020-05-02', now()]) as at;
            """;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    RetentionJob retention;

    private UUID officer;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "期满县", "Retention county");
        officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
    }

    @Test
    void whatIsKeptTooLongIsRemovedAndTheLogSaysHowMuchAndTheSheetWhatIsLeft() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("set session_replication_role = replica");
            statement.execute(OLD_AND_NEW.formatted(COUNTY, officer));

            night();
            night();

            assertThat(EveryColumn.column(statement, left("personal_looks"))).containsExactly("1");
            assertThat(EveryColumn.column(statement, left("inbox_messages"))).containsExactly("1");
        }
        String log = page().get("/privacy/retention").asString();
        assertThat(log)
                .containsPattern("谁看过谁<td[^>]*>3<")
                .containsPattern("给学员的消息<td[^>]*>2<")
                .contains("36 个月");
        assertThat(log.split("谁看过谁<td", -1))
                .as("noted once, by the first night")
                .hasSize(2);

        page().post("/privacy/assessment/count").then().statusCode(303);
        String sheet = Eventually.value(
                () -> page().get("/privacy/assessment").asString(),
                text -> text.contains("下面的数是") && !text.contains(">—<td"));
        assertThat(sheet).contains("36 个月");
    }

    private static String left(String table) {
        return "select count(*)::text from " + table + " where county = '" + COUNTY + "'";
    }

    private void night() {
        county.run(COUNTY, () -> retention.run(COUNTY));
    }

    private static RequestSpecification page() {
        return Tokens.as(OFFICER).accept("text/html").redirects().follow(false);
    }
}
