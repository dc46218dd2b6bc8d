package org.tianbo.curriculum;

/** A lesson in a list: enough to say what it is about and what opening it costs. */
public record LessonSummary(
        String slug, String version, String course, int number, Text title, Text idea, int minutes, CopySizes bytes) {}
