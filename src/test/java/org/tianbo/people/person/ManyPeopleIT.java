package org.tianbo.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** As many as a roster of 50,000 lines asks for at once; PostgreSQL takes 65,535 parameters in a statement. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ManyPeopleIT {

    private static final List<String> MANY =
            IntStream.range(0, 70_000).mapToObj(number -> "nobody-" + number).toList();

    @Inject
    PersonRepository people;

    @Inject
    CurrentCounty county;

    @Test
    void moreAreLookedUpThanAStatementTakes() {
        county.run("fengcheng", () -> QuarkusTransaction.requiringNew().run(() -> {
            assertThat(people.byIdHashes(MANY)).isEmpty();
            assertThat(people.takenLogins(MANY)).isEmpty();
            assertThat(people.takenLogins(List.of("trainee1", "nobody"))).containsExactly("trainee1");
        }));
    }
}
