package org.tianbo.authoring;

import io.restassured.response.Response;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.curriculum.content.LessonSources;
import org.tianbo.testsupport.Tokens;

/** The forms of the pages where lessons are written. */
final class LessonDesk {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private LessonDesk() {}

    /** The shipped text of a lesson. */
    static SortedMap<String, String> shipped(String lesson) {
        return LessonSources.packed(lesson).orElseThrow();
    }

    /** What the editor of that login would name when it saves. */
    static String revision(String login, String lesson) {
        Matcher revision = REVISION.matcher(Tokens.page(login, "/content/lessons/" + lesson));
        if (!revision.find()) {
            throw new AssertionError("The editor names no revision");
        }
        return revision.group(1);
    }

    /** @param where behind the lesson's address: empty to save, {@code /publish}, {@code /preview}, {@code /check} */
    static Response send(
            String login, String lesson, String where, String revision, Map<String, String> files, String reason) {
        return Tokens.form(login)
                .formParams(files)
                .formParam("revision", revision)
                .formParam("reason", reason)
                .post("/content/lessons/" + lesson + where);
    }

    static void publish(String login, String lesson, Map<String, String> files) {
        send(login, lesson, "/publish", revision(login, lesson), files, "照本县的说法改一改")
                .then()
                .statusCode(303);
    }

    /**
     * Opens a course of the county's own with one lesson, which is the first of the shipped ones under another title.
     *
     * @param officer of the county
     * @return the lesson's slug
     */
    static String ownLesson(String officer, String course, String lesson, String title) {
        Tokens.form(officer)
                .formParams(Map.of(
                        "name", course,
                        "title", title + "课程",
                        "title-en", "A course",
                        "summary", "学完会把自家的货讲清楚。",
                        "summary-en", "Afterwards you can explain your own goods."))
                .post("/content/courses")
                .then()
                .statusCode(303);
        Tokens.form(officer)
                .formParam("name", lesson)
                .post("/content/courses/our-" + course + "/lessons")
                .then()
                .statusCode(303);
        SortedMap<String, String> files = shipped("first-look-at-a-live");
        files.computeIfPresent("lesson.zh.md", (name, text) -> text.replaceFirst("title: [^\\n]*", "title: " + title));
        publish(officer, "our-" + lesson, files);
        return "our-" + lesson;
    }

    static void takeBack(String login, String lesson) {
        Tokens.form(login)
                .formParam("reason", "先收回来，再看看")
                .post("/content/lessons/" + lesson + "/take-back")
                .then()
                .statusCode(303);
    }
}
