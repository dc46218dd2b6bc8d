package org.tianbo.certification.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonSummary.CopySizes;
import org.tianbo.curriculum.Text;
import org.tianbo.learning.Progress;

/** What a certificate asks for is what all counties are taught. */
class LearnedTest {

    private static final Text TEXT = new Text("课", "Lesson");

    @Test
    void aLessonThatTheCountyAddsMakesNobodyLessReady() {
        Progress.OfCourse shipped = course("speaking-to-camera", Instant.EPOCH);
        Progress.OfCourse own = course("our-tea", null);

        assertThat(Certification.learned(new Progress(List.of(shipped, own), Optional.empty())))
                .isEqualTo(Certification.learned(new Progress(List.of(shipped), Optional.empty())));
    }

    private static Progress.OfCourse course(String slug, Instant done) {
        LessonSummary lesson = new LessonSummary(slug, "v", slug, 1, TEXT, TEXT, 5, new CopySizes(1, 1));
        return new Progress.OfCourse(
                new CourseView(slug, "v", 1, TEXT, TEXT, List.of(lesson)),
                List.of(new Progress.OfLesson(lesson, done, done == null ? null : 100, done != null)));
    }
}
