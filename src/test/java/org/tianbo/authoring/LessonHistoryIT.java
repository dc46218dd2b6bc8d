package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What became of a lesson that a county changed, and who learned from which version. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LessonHistoryIT {

    private static final String COUNTY = "history-county";
    private static final String OFFICER = "looks-back-at-lessons";
    private static final String MENTOR = "mentors-lookers-back";
    private static final String TRAINEE = "finishes-own-lesson";
    private static final String DAMAGED = "damaged-county";
    private static final String WRITER = "writes-beside-damage";
    private static final String READER = "reads-beside-damage";
    private static final String SAME = "back-to-delivered-county";
    private static final String PUBLISHER = "publishes-as-delivered";
    private static final String OPENER = "opens-as-delivered";
    private static final String LESSON = "taste-on-camera";
    private static final String VERSIONS = "/content/lessons/" + LESSON + "/versions";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    @Any
    Instance<Job> jobs;

    @Test
    void eachChangeIsKeptWithItsReasonAndAnEarlierOneCanBeWrittenOn() {
        counties.open(COUNTY, "回看县", "History county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        assertThat(Tokens.page(OFFICER, VERSIONS)).contains("尝给人看", "还没有发布过");

        LessonDesk.publish(OFFICER, LESSON, changed("头一版"));
        String first = version(TRAINEE);
        LessonDesk.publish(OFFICER, LESSON, changed("第二版"));
        tell(TRAINEE, "lesson.completed", version(TRAINEE));
        LessonDesk.takeBack(OFFICER, LESSON);

        assertThat(Tokens.page(MENTOR, VERSIONS))
                .contains("照本县的说法改一改", "先收回来，再看看", OFFICER)
                .contains("1 位学员打开过这一版，1 位学完", "0 位学员打开过这一版，0 位学完");
        tell(TRAINEE, "lesson.opened", first);
        assertThat(Tokens.page(MENTOR, VERSIONS + "?before=2"))
                .contains("1 位学员打开过这一版，0 位学完")
                .doesNotContain("1 位学完");
        assertThat(Tokens.page(OFFICER, VERSIONS + "/1")).contains(TRAINEE, "没有学完这一版");
        assertThat(Tokens.page(OFFICER, VERSIONS + "/2"))
                .contains("<ins>第二版", "<del>头一版")
                .contains(TRAINEE)
                .doesNotContain("没有学完这一版");
        assertThat(Tokens.page(MENTOR, VERSIONS + "/2")).contains("<ins>第二版").doesNotContain(TRAINEE);
        assertThat(Tokens.page(OFFICER, VERSIONS + "/3")).contains("<del>第二版").doesNotContain("<ins>第");
        Tokens.as(OFFICER).get(VERSIONS + "/4").then().statusCode(404);

        Tokens.form(MENTOR)
                .formParam("revision", LessonDesk.revision(MENTOR, LESSON))
                .post(VERSIONS + "/1/restore")
                .then()
                .statusCode(303);
        assertThat(Tokens.page(MENTOR, "/content/lessons/" + LESSON)).contains("头一版");
        Tokens.form(MENTOR)
                .formParam("revision", "1")
                .post(VERSIONS + "/2/restore")
                .then()
                .statusCode(409);
        Tokens.form(MENTOR).post(VERSIONS + "/3/restore").then().statusCode(404);
    }

    /** A row that was read to be changed is locked, and so written, also where it stays as it is. */
    @Test
    void whoOpenedWhatIsPublishedAsDeliveredIsCountedAtOnceAndNotWrittenEachNight() throws SQLException {
        counties.open(SAME, "照旧县", "Delivered county");
        newcomers.join(SAME, PUBLISHER, Roles.OFFICER);
        newcomers.join(SAME, OPENER, Roles.TRAINEE);
        LessonDesk.publish(PUBLISHER, LESSON, changed("改过的"));
        LessonDesk.publish(PUBLISHER, LESSON, LessonDesk.shipped(LESSON));
        tell(OPENER, "lesson.opened", version(OPENER));
        assertThat(Tokens.page(PUBLISHER, VERSIONS)).contains("1 位学员打开过这一版");

        night();

        assertThat(traces()).containsExactly("0");
    }

    @ActivateRequestContext
    void night() {
        county.run(SAME, () -> jobs.stream()
                .filter(job -> job.name().equals("learning.progress-reconciliation"))
                .forEach(job -> job.run(SAME)));
    }

    private static List<String> traces() throws SQLException {
        List<String> traces = new ArrayList<>();
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows =
                    statement.executeQuery("select xmax::text from lessons_opened where county = '" + SAME + "'")) {
                while (rows.next()) {
                    traces.add(rows.getString(1));
                }
            }
        }
        return traces;
    }

    @Test
    void aRowThatCannotBeReadLeavesTheShippedLessonInItsPlace() throws SQLException {
        counties.open(DAMAGED, "坏行县", "Damaged county");
        newcomers.join(DAMAGED, WRITER, Roles.OFFICER);
        UUID reader = newcomers.join(DAMAGED, READER, Roles.TRAINEE);
        LessonDesk.publish(WRITER, "one-benefit-at-a-time", changed("one-benefit-at-a-time", "好的一行"));
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(
                    """
                    insert into county_content (county, kind, slug, number, version, body, files, reason, changed_by,
                        changed_at)
                    values ('damaged-county', 'LESSON', '%s', 1, '0123456789abcdef', '{"minutes": 1}', '{}', 'damaged',
                        '%s', now())
                    """
                            .formatted(LESSON, reader));
        }
        LessonDesk.takeBack(WRITER, "one-benefit-at-a-time");

        assertThat(Tokens.page(READER, "/learn/speaking-to-camera/" + LESSON)).contains("尝");
        assertThat(Tokens.page(READER, "/learn")).contains("尝给人看");
        assertThat(Tokens.page(WRITER, "/content")).contains("尝给人看");
    }

    private static SortedMap<String, String> changed(String words) {
        return changed(LESSON, words);
    }

    private static SortedMap<String, String> changed(String lesson, String words) {
        SortedMap<String, String> files = LessonDesk.shipped(lesson);
        String example = "## 举个例子";
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replace(example, words + "。\n\n" + example));
        return files;
    }

    private static String version(String login) {
        return Tokens.as(login).get("/api/lessons/" + LESSON).path("version");
    }

    private static void tell(String login, String type, String version) {
        Tokens.as(login)
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        "a phone",
                        "records",
                        List.of(Map.of(
                                "id",
                                Ids.next(),
                                "type",
                                type,
                                "at",
                                Instant.now().toString(),
                                "data",
                                Map.of("lesson", LESSON, "version", version)))))
                .post("/api/sync")
                .then()
                .body("results.status", equalTo(List.of("accepted")));
    }
}
