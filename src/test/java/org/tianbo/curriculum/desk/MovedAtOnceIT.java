package org.tianbo.curriculum.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.people.Counties;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** Two officers move lessons of one course at the same time. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MovedAtOnceIT {

    private static final String COUNTY = "moving-at-once";
    private static final Text TITLE = new Text("同时挪的茶", "Tea");
    private static final Text SUMMARY = new Text("学完会把茶讲清楚。", "Afterwards you can explain your tea.");

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty county;

    @Inject
    CountyCourses desk;

    @Inject
    ContentChanges changes;

    @Inject
    ContentPublisher publisher;

    @Inject
    CourseList list;

    @Test
    void whoeverIsLaterIsToldAndTheFirstMoveStands() {
        counties.open(COUNTY, "同挪县", "Moving at once");
        UUID officer = newcomers.join(COUNTY, "moves-at-once", Roles.OFFICER);
        county.run(COUNTY, () -> {
            String course = desk.open("twice-moved", TITLE, SUMMARY, officer);
            String first = desk.add(course, "moved-once-first", officer);
            String second = desk.add(course, "moved-once-second", officer);
            String third = desk.add(course, "moved-once-third", officer);
            OwnCourses late = new OwnCourses(changes, publisher, overtaken(() -> desk.move(course, third, 1, officer)));

            assertThatThrownBy(() -> late.move(course, second, 1, officer))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                            .isEqualTo("curriculum.saved-meanwhile"));

            assertThat(desk.course(course).lessons()).extracting(Lesson::slug).containsExactly(third, first, second);
        });
    }

    /** The list as it is read just before somebody else changes it. */
    private CourseList overtaken(Runnable other) {
        return new CourseList(null, null, null, null) {
            @Override
            List<Course> all() {
                List<Course> read = list.all();
                other.run();
                return read;
            }
        };
    }
}
