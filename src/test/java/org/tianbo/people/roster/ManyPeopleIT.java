package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Gender;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** As many as a roster of 50,000 lines asks for at once; PostgreSQL takes 65,535 parameters in a statement. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ManyPeopleIT {

    private static final List<String> MANY =
            IntStream.range(0, 70_000).mapToObj(number -> "nobody-" + number).toList();

    private static final List<RosterLine> LINES = IntStream.range(0, MANY.size())
            .mapToObj(number -> new RosterLine(
                    number + 2,
                    "名册" + number,
                    "13900000000",
                    "0000",
                    MANY.get(number),
                    Gender.FEMALE,
                    1970,
                    new VillageName("镇", "村"),
                    "",
                    "",
                    ""))
            .toList();

    @Inject
    RosterPeople people;

    @Inject
    CurrentCounty county;

    @Test
    void moreAreLookedUpThanAStatementTakes() {
        county.run("fengcheng", () -> QuarkusTransaction.requiringNew().run(() -> {
            assertThat(people.known(LINES)).isEmpty();
            people.compare(LINES, (line, known) -> fail("%s is known", line));
            assertThat(people.takenLogins(MANY)).isEmpty();
            assertThat(people.takenLogins(List.of("trainee1", "nobody"))).containsExactly("trainee1");
        }));
    }
}
