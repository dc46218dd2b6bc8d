package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/** The list of a county's people costs the same however many there are. Needs the statements that are really sent. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongPeopleListIT extends LongCounty {

    private static final Pattern PEOPLE_LINES = Pattern.compile("/trainees/([-0-9a-f]{36})\"");

    @Test
    void peopleOfTheCounty() throws SQLException {
        enrolled(1, FEW);
        String list = "/people?columns=village,phone,class,stage,mentor,card,active,idle,enrolled,left";
        Cost few = cost(OFFICER, list);
        enrolled(FEW + 1, PEOPLE);

        cost(OFFICER, list).isNotMoreThan(few);
        assertThat(page(OFFICER, list)).contains("230 found");
        List<UUID> found = walk(OFFICER, list + "&sort=enrolled", PEOPLE_LINES);
        assertThat(found).hasSize(PEOPLE).doesNotHaveDuplicates();
    }
}
