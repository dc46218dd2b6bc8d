package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A county's own lessons in another order, from the desk to the trainees' pages. Needs what was published before. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LessonsMovedIT {

    private static final String COUNTY = "moving-county";
    private static final String OFFICER = "moves-lessons";
    private static final String MENTOR = "watches-lessons-move";
    private static final String TRAINEE = "reads-moved-lessons";
    private static final String COURSE = "/content/courses/our-moved-tea";
    private static final String PICKING = "our-moved-picking";
    private static final String DRYING = "our-moved-drying";
    private static final String SORTING = "our-moved-sorting";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void lessonsOfTheCountysOwnAreTaughtInTheOrderTheyAreMovedTo() {
        counties.open(COUNTY, "挪课县", "Moving county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        LessonDesk.ownLesson(OFFICER, "moved-tea", "moved-picking", "挪课采茶");
        add("moved-drying");
        add("moved-sorting");
        LessonDesk.publish(OFFICER, DRYING, titled("挪课晒茶"));
        inOrder(Tokens.page(TRAINEE, "/learn"), "挪课采茶", "挪课晒茶");

        move(OFFICER, DRYING, "1").then().statusCode(303);

        inOrder(Tokens.page(OFFICER, "/content"), DRYING, PICKING, SORTING);
        inOrder(Tokens.page(TRAINEE, "/learn"), "挪课晒茶", "挪课采茶");
        assertThat(Tokens.page(TRAINEE, "/learn/our-moved-tea/" + DRYING)).contains("第 1 课，共 2 课");
        assertThat(Tokens.page(TRAINEE, "/learn/our-moved-tea/" + PICKING)).contains("第 2 课，共 2 课");
        inOrder(Tokens.page(TRAINEE, "/learn/offline/our-moved-tea"), DRYING, PICKING);

        move(OFFICER, DRYING, "1").then().statusCode(303);
        assertThat(history().split("课的次序", -1)).as("moved once").hasSize(2);
        assertThat(history()).contains(OFFICER, "<li>挪课晒茶</li>");
        rename();
        inOrder(Tokens.page(TRAINEE, "/learn"), "挪课晒茶", "挪课采茶");
        assertThat(history()).contains("挪过的茶");
        LessonDesk.publish(OFFICER, SORTING, titled("挪课拣茶"));
        inOrder(Tokens.page(TRAINEE, "/learn"), "挪课晒茶", "挪课采茶", "挪课拣茶");
        inOrder(
                new String(Tokens.as(OFFICER)
                        .get("/content/folder/zip?course=our-moved-tea")
                        .asByteArray()),
                "01-" + DRYING,
                "02-" + PICKING,
                "03-" + SORTING);

        move(OFFICER, DRYING, "0").then().statusCode(422);
        move(OFFICER, DRYING, "4").then().statusCode(422);
        move(OFFICER, DRYING, "one").then().statusCode(422);
        move(OFFICER, "first-sentence", "1").then().statusCode(404);
        move(MENTOR, DRYING, "2").then().statusCode(403);
        assertThat(Tokens.page(MENTOR, "/content")).doesNotContain("/order\"").contains(COURSE + "/versions");
        assertThat(Tokens.page(MENTOR, COURSE + "/versions")).contains("挪课采茶");
        Tokens.as(OFFICER)
                .get("/content/courses/speaking-to-camera/versions")
                .then()
                .statusCode(404);
        inOrder(Tokens.page(TRAINEE, "/learn"), "挪课晒茶", "挪课采茶", "挪课拣茶");
    }

    private static void add(String name) {
        Tokens.form(OFFICER)
                .formParam("name", name)
                .post(COURSE + "/lessons")
                .then()
                .statusCode(303);
    }

    private static SortedMap<String, String> titled(String title) {
        SortedMap<String, String> files = LessonDesk.shipped("first-look-at-a-live");
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replaceFirst("title: [^\\n]*", "title: " + title));
        return files;
    }

    private static Response move(String login, String lesson, String place) {
        return Tokens.form(login)
                .formParams(Map.of("lesson", lesson, "place", place))
                .post(COURSE + "/order");
    }

    private static void rename() {
        Tokens.form(OFFICER)
                .formParams(Map.of(
                        "title", "挪过的茶",
                        "title-en", "Tea",
                        "summary", "学完会把茶讲清楚。",
                        "summary-en", "Afterwards you can explain your tea."))
                .post(COURSE)
                .then()
                .statusCode(303);
    }

    private static String history() {
        return Tokens.page(OFFICER, COURSE + "/versions");
    }

    private static void inOrder(String page, String... words) {
        assertThat(page).containsSubsequence(words);
    }
}
