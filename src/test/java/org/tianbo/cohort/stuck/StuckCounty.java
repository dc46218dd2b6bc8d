package org.tianbo.cohort.stuck;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.Tokens;

/** A county of the test's own with a class in which everybody has done nothing for three weeks. */
abstract class StuckCounty {

    static final String COUNTY = "stuck-county";
    static final UUID CLASS = new UUID(8, 1);

    @Inject
    Newcomers newcomers;

    /** Another one for each test: a token names the person of the test for which it was made. */
    static String officer;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    OwnCounty county;

    @BeforeEach
    void aCountyOfTheTestsOwn() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "stuck-officer-" + NUMBER.incrementAndGet();
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        county.row("cohorts (id, name, starts_on, ends_on, opened_at)", "'" + CLASS + "', 'c', now(), now(), now()");
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    void enrolled(int from, int through, String stage) throws SQLException {
        county.each(
                "people (id, login, name, mobile, created_at)",
                "{person}, 'stuck-' || n, 'name ' || n, '1380000' || lpad(n::text, 4, '0'), now()",
                from,
                through);
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, stage)",
                "gen_random_uuid(), '" + CLASS + "', {person}, 'paper', now() - interval '30 days',"
                        + " now() - interval '21 days', '" + stage + "'",
                from,
                through);
        county.counted(CLASS);
    }

    static String html(String address) {
        return Tokens.as(officer)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
