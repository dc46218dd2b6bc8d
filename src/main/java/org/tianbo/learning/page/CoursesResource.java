package org.tianbo.learning.page;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.Text;

/** What is taught, for programs. */
@Path("/api")
@Authenticated
class CoursesResource {

    private static final String COURSES =
            """
            [{"slug": "speaking-to-camera", "version": "0123456789abcdef", "number": 4,
              "title": {"zh": "对着镜头说话", "en": "Speaking to the camera"},
              "summary": {"zh": "学完就能把一样货讲上五分钟。", "en": "Afterwards you can talk about one product for five minutes."},
              "minutes": 5,
              "lessons": [{"slug": "first-sentence", "version": "0123456789abcdef", "course": "speaking-to-camera", \
              "number": 1,
                "title": {"zh": "第一句话：我是谁", "en": "The first sentence: who I am"},
                "idea": {"zh": "十秒钟里说清楚你是谁", "en": "Within ten seconds, say clearly who you are"},
                "minutes": 5, "bytes": {"zh": 5312, "en": 5608}}]}]
            """;

    private static final String LESSON =
            """
            {"slug": "first-sentence", "version": "0123456789abcdef", "course": "speaking-to-camera", "number": 1, \
            "minutes": 5,
             "bytes": {"zh": 5312, "en": 5608},
             "title": {"zh": "第一句话：我是谁", "en": "The first sentence: who I am"},
             "idea": {"zh": "十秒钟里说清楚你是谁", "en": "Within ten seconds, say clearly who you are"},
             "sections": [{"id": "hook", "part": "HOOK", "title": {"zh": "", "en": ""},
               "html": {"zh": "<p>赶集的时候……</p>", "en": "<p>On market day …</p>"}}],
             "quiz": {"pass": 1, "draw": 1, "items": [{"id": "dialect", "kind": "CHOICE", "multiple": false,
               "ask": {"zh": "普通话不好，怎么办？", "en": "Your Mandarin is not good. What now?"},
               "options": {"a": {"zh": "不播了", "en": "Give up"}, "b": {"zh": "说家乡话", "en": "Speak your dialect"}},
               "targets": {}}]}}
            """;

    private final Curriculum curriculum;

    CoursesResource(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    record Course(
            String slug,
            String version,
            int number,
            Text title,
            Text summary,
            int minutes,
            List<LessonSummary> lessons) {

        static Course of(CourseView course) {
            return new Course(
                    course.slug(),
                    course.version(),
                    course.number(),
                    course.title(),
                    course.summary(),
                    course.minutes(),
                    course.lessons());
        }
    }

    record Lesson(
            String slug,
            String version,
            String course,
            int number,
            int minutes,
            LessonSummary.CopySizes bytes,
            Text title,
            Text idea,
            List<LessonView.Section> sections,
            Questions quiz) {

        static Lesson of(LessonView lesson) {
            return new Lesson(
                    lesson.slug(),
                    lesson.version(),
                    lesson.course(),
                    lesson.number(),
                    lesson.minutes(),
                    lesson.bytes(),
                    lesson.title(),
                    lesson.idea(),
                    lesson.sections(),
                    Questions.of(lesson.quiz()));
        }
    }

    /** A quiz without what is right: nobody learns that before they have answered. */
    record Questions(int pass, int draw, List<Question> items) {

        record Question(
                String id,
                Quiz.Kind kind,
                boolean multiple,
                Text ask,
                Map<String, Text> options,
                Map<String, Text> targets) {}

        static Questions of(Quiz quiz) {
            return new Questions(
                    quiz.pass(),
                    quiz.draw(),
                    quiz.items().stream().map(Questions::question).toList());
        }

        private static Question question(Quiz.Item item) {
            return new Question(item.id(), item.kind(), item.multiple(), item.ask(), item.options(), item.targets());
        }
    }

    @GET
    @Path("/courses")
    @Operation(
            summary = "Published courses in the order they are taught, with version and bytes of each lesson's copies")
    @APIResponse(
            responseCode = "200",
            description = "Courses",
            content =
                    @Content(
                            schema = @Schema(implementation = Course[].class),
                            examples = @ExampleObject(name = "one course", value = COURSES)))
    public List<Course> courses() {
        return curriculum.courses().stream().map(Course::of).toList();
    }

    @GET
    @Path("/lessons/{slug}")
    @Operation(
            summary = "A published lesson with version, bytes of each copy, its sections and its quiz without the "
                    + "right answers; ETag is the version")
    @APIResponse(
            responseCode = "200",
            description = "The lesson",
            content =
                    @Content(
                            schema = @Schema(implementation = Lesson.class),
                            examples = @ExampleObject(name = "a short lesson", value = LESSON)))
    @APIResponse(responseCode = "304", description = "The version at hand is the current one")
    @APIResponse(responseCode = "404", description = "No such lesson")
    public Response lesson(String slug, @Context Request request) {
        LessonView lesson = curriculum.lesson(slug);
        EntityTag version = new EntityTag(lesson.version(), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(version);
        return (known == null ? Response.ok(Lesson.of(lesson)) : known)
                .tag(version)
                .build();
    }
}
