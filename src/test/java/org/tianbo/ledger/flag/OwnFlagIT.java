package org.tianbo.ledger.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A flag about an officer is another officer's to decide. Needs the application: pages of two officers. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OwnFlagIT {

    private static final String COUNTY = "own-flag";
    private static final String FLAGGED = "is-flagged";
    private static final String OTHER = "is-not-flagged";
    private static final String HINT = "请县里另一位干事来看";

    @Inject
    Newcomers newcomers;

    private OwnCounty county;
    private UUID flag;

    @BeforeEach
    void aFlagAboutAnOfficer() throws SQLException {
        county = OwnCounty.make(COUNTY);
        UUID flagged = newcomers.join(COUNTY, FLAGGED, Roles.OFFICER);
        newcomers.join(COUNTY, OTHER, Roles.OFFICER);
        flag = Ids.next();
        county.row(
                "ledger_flags (id, kind, people, page, at, found_at)",
                "'%s', 'SECONDS_APART', array['%s'::uuid], '/attendance', now(), now()".formatted(flag, flagged));
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void whomAFlagIsAboutReadsWhyAnotherDecidesAndAnotherDoes() {
        assertThat(Tokens.page(FLAGGED, "/ledger/flags"))
                .contains(HINT, "/attendance")
                .doesNotContain("/decision");
        decide(FLAGGED).statusCode(403);
        assertThat(Tokens.page(OTHER, "/ledger/flags")).contains("/decision").doesNotContain(HINT);

        decide(OTHER).statusCode(303);

        assertThat(Tokens.page(FLAGGED, "/ledger/flags?decided=true")).contains("问过，是补签");
    }

    private ValidatableResponse decide(String login) {
        return Tokens.form(login)
                .formParam("decision", "EXPLAINED")
                .formParam("reason", "问过，是补签")
                .post("/ledger/flags/" + flag + "/decision")
                .then();
    }
}
