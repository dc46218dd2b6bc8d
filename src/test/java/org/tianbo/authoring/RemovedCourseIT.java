package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What a county wrote on a course that a later release no longer has. Needs the rows that an earlier one left. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RemovedCourseIT {

    private static final String COUNTY = "removed-course-county";
    private static final String OFFICER = "keeps-drafts-of-old";
    private static final String MENTOR = "reads-drafts-of-old";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void draftsOfACourseThatIsShippedNoMoreStandInTheListAndCannotBePublished() throws SQLException {
        counties.open(COUNTY, "旧课县", "Old course county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
        String lesson = "former-lesson";
        SortedMap<String, String> files = LessonDesk.shipped("first-look-at-a-live");
        LessonDesk.send(OFFICER, "first-look-at-a-live", "", "0", changedTitle(files), "")
                .then()
                .statusCode(303);
        asIfRemoved("first-look-at-a-live", lesson);

        assertThat(Tokens.page(MENTOR, "/content")).contains("从前的课程", "现成的里没有了", lesson);
        assertThat(Tokens.page(OFFICER, "/content/lessons/" + lesson))
                .contains("添一节课，把课文抄过去", "从前的写法")
                .doesNotContain("name=\"reason\"");
        LessonDesk.send(OFFICER, lesson, "/publish", LessonDesk.revision(OFFICER, lesson), files, "再发布一次看看")
                .then()
                .statusCode(409)
                .body(containsString("写的已经存下来了"));
        Response zip = Tokens.as(OFFICER).get("/content/folder/zip");
        zip.then().statusCode(200);
        assertThat(new String(zip.asByteArray())).contains("courses/49-former-course/01-" + lesson + "/quiz.yaml");
        Tokens.as(OFFICER)
                .get("/content/folder/zip?course=former-course")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("former-course.zip"));
    }

    private static SortedMap<String, String> changedTitle(SortedMap<String, String> files) {
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replaceFirst("title: [^\\n]*", "title: 从前的写法"));
        return files;
    }

    /** A draft as it is left where a later release no longer has its course, which an earlier one had. */
    private static void asIfRemoved(String drafted, String lesson) throws SQLException {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.putObject("title").put("zh", "从前的课程").put("en", "Former course");
        Document course = Document.of(DocumentKind.COURSE, "former-course", body);
        try (Connection owner = DatabaseOwner.connection();
                PreparedStatement insert =
                        owner.prepareStatement("insert into content_versions (kind, slug, version, body, published_at)"
                                + " values ('COURSE', ?, ?, ?::jsonb, now()) on conflict do nothing")) {
            insert.setString(1, course.slug());
            insert.setString(2, course.version());
            insert.setString(3, course.body().toString());
            insert.executeUpdate();
        }
        execute("update county_drafts set course = 'former-course', number = 1, lesson = '" + lesson
                + "', based_on = '0123456789abcdef' where county = '" + COUNTY + "' and lesson = '" + drafted + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
