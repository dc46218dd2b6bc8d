package org.tianbo.curriculum;

import java.util.List;

/** A course as listed: its position in the learning path, and its lessons in order. */
public record CourseView(
        String slug, String version, int number, Text title, Text summary, List<LessonSummary> lessons) {

    /** Sum of the lessons' minutes. */
    public int minutes() {
        return lessons.stream().mapToInt(LessonSummary::minutes).sum();
    }
}
