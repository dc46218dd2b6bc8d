package org.tianbo.cohort.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** As many as a roster of 50,000 lines asks for at once; PostgreSQL takes 65,535 parameters in a statement. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ManyMilestonesIT {

    private static final List<UUID> MANY =
            Stream.generate(UUID::randomUUID).limit(70_000).toList();

    @Inject
    MilestoneRepository milestones;

    @Inject
    CurrentCounty county;

    @Test
    void moreAreLookedUpThanAStatementTakes() {
        county.run("fengcheng", () -> QuarkusTransaction.requiringNew()
                .run(() -> assertThat(milestones.ofTrainees(MANY)).isEmpty()));
    }
}
