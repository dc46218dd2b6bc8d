package org.tianbo.testsupport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.platform.data.Ids;

/** Lessons and quizzes done the way a phone tells of them: through the API. */
public final class Lessons {

    private Lessons() {}

    /**
     * Every lesson done and every quiz passed.
     *
     * @param trainee a request that is signed in
     */
    public static void learnEverything(Curriculum curriculum, RequestSpecification trainee, Instant at) {
        List<Map<String, Object>> records = new ArrayList<>();
        curriculum.courses().forEach(course -> course.lessons().forEach(lesson -> {
            records.add(record("lesson.completed", lesson, at, Map.of()));
            Map<String, List<String>> answers = new HashMap<>();
            for (Quiz.Item item : curriculum.quiz(lesson.slug()).items()) {
                answers.put(item.id(), item.answers());
            }
            records.add(record("quiz.submitted", lesson, at, Map.of("answers", answers)));
        }));
        trainee.contentType("application/json")
                .body(Map.of("device", Ids.next(), "records", records))
                .post("/api/sync")
                .then()
                .statusCode(200)
                .body(not(containsString("rejected")));
    }

    private static Map<String, Object> record(String type, LessonSummary lesson, Instant at, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("lesson", lesson.slug());
        data.put("version", lesson.version());
        return Map.of("id", Ids.next(), "type", type, "at", at.toString(), "data", data);
    }
}
