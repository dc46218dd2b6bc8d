package org.tianbo.curriculum.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * In which order the lessons of a county's own course are taught, drafts among them: kept as a file beside the course's
 * text. A lesson that is not named comes behind those that are.
 *
 * @param slugs empty where nobody has moved a lesson
 */
record LessonOrder(List<String> slugs) {

    static final LessonOrder BY_NUMBER = new LessonOrder(List.of());

    private static final String FILE = "lessons.txt";

    static LessonOrder of(SortedMap<String, String> files) {
        return new LessonOrder(files.getOrDefault(FILE, "").lines().toList());
    }

    SortedMap<String, String> beside(SortedMap<String, String> files) {
        SortedMap<String, String> all = new TreeMap<>(files);
        if (!slugs.isEmpty()) {
            all.put(FILE, String.join("\n", slugs) + "\n");
        }
        return all;
    }

    /** As it is published. */
    ObjectNode in(ObjectNode course) {
        ArrayNode lessons = course.putArray("lessons");
        slugs.forEach(lessons::add);
        return course;
    }

    <T> List<T> sorted(List<T> lessons, Function<T, String> slug) {
        return lessons.stream()
                .sorted(Comparator.comparingInt(lesson -> place(slug.apply(lesson))))
                .toList();
    }

    private int place(String lesson) {
        int place = slugs.indexOf(lesson);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
