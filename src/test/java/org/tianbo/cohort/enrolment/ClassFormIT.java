package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What somebody changes while the form is being made. Needs the application, of which one part is held up. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ClassFormIT {

    @Inject
    Classes classes;

    @Inject
    CohortRepository cohorts;

    @Inject
    EnrolmentRepository enrolments;

    @Inject
    ClassRecords records;

    @Inject
    StaffVillages villages;

    @Inject
    ClassChanges.Rows rows;

    @Inject
    CurrentCounty county;

    @Inject
    ClassChanges.Announcements announcements;

    @Inject
    Clock clock;

    /** What stands when the version is read, or later, is shown; at worst the version is too old to be taken. */
    @Test
    void aFormNeverShowsWhatStoodBeforeTheVersionThatItSendsAlong() {
        UUID cohort = classes.open();
        String changed = "改过名的班 " + cohort;
        QuarkusMock.installMockForType(
                new ClassChanges(cohorts, enrolments, records, villages, rows, county, announcements, clock) {
                    @Override
                    public History history(UUID of) {
                        rename(cohort, changed);
                        return super.history(of);
                    }
                },
                ClassChanges.class);

        assertThat(Tokens.page("officer1", "/cohorts/" + cohort + "/record")).contains("value=\"" + changed + "\"");
    }

    private static void rename(UUID cohort, String name) {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("update cohorts set name = '" + name + "' where id = '" + cohort + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
