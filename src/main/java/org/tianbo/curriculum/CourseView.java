package org.tianbo.curriculum;

import java.util.List;

/** A course as listed: its position in the learning path, and its lessons in order. */
public record CourseView(
        String slug, String version, int number, Text title, Text summary, List<LessonSummary> lessons) {

    /** Slugs that begin so are counties' own, which thus never meet one of the shipped. */
    public static final String OWN = "our-";

    /** Whether it is a county's own: taught beside what is measured. */
    public boolean own() {
        return slug.startsWith(OWN);
    }

    /** Sum of the lessons' minutes. */
    public int minutes() {
        return lessons.stream().mapToInt(LessonSummary::minutes).sum();
    }
}
