package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.erasure.Erasure;
import org.tianbo.privacy.erasure.ErasureReplay;
import org.tianbo.privacy.erasure.Erasures;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** An officer keeps somebody whom a backup brought back; needs the rows, and storage that remembers the erasure. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class KeptAfterBackupIT {

    private static final String COUNTY = "kept-county";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    Media media;

    @Inject
    ErasureReplay replay;

    @Inject
    Erasures erasures;

    @Inject
    CurrentCounty county;

    @Test
    @ActivateRequestContext
    void whomABackupBroughtBackAndAnOfficerKeepsStays() {
        counties.open(COUNTY, "留下县", "Kept county");
        newcomers.join(COUNTY, "kept-officer", Roles.OFFICER);
        UUID person = newcomers.join(COUNTY, "kept-trainee", Roles.TRAINEE);
        media.store(
                COUNTY + "/erasures/" + person,
                new ByteArrayInputStream("damaged".getBytes(StandardCharsets.UTF_8)),
                1_000);
        county.run(COUNTY, () -> replay.run(COUNTY));
        Tokens.form("kept-officer")
                .post("/privacy/erasures/" + last(person).id() + "/withdraw")
                .then()
                .statusCode(303);

        county.run(COUNTY, () -> replay.run(COUNTY));

        assertThat(last(person).state()).isEqualTo(Erasure.State.WITHDRAWN);
        assertThat(media.sizes(COUNTY + "/erasures")).isEmpty();
    }

    private Erasure last(UUID person) {
        return county.as(COUNTY, () -> erasures.of(person)).orElseThrow();
    }
}
