package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/** A county is named with each statement; needs the driver, and what it really sends once it prepares a statement. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountyReadsIT {

    /** The driver prepares a statement the fifth time, on each connection of the pool anew. */
    private static final int UNTIL_ALL_CONNECTIONS_HAVE_PREPARED_IT = 24 * 8;

    private static final String COUNTIES =
            """
            select distinct county from people where county = ? and (cast(? as text) is null or login = ?)
            """;

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty county;

    @Test
    void theCountyIsNamedHoweverOftenAParameterIsNull() {
        for (int time = 0; time < UNTIL_ALL_CONNECTIONS_HAVE_PREPARED_IT; time++) {
            List<String> counties = county.as(
                    "fengcheng", () -> reads.rows(COUNTIES, row -> row.getString(1), "fengcheng", null, null));
            assertThat(counties).as("time %d", time).containsExactly("fengcheng");
        }
    }
}
