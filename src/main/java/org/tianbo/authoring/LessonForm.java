package org.tianbo.authoring;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a lesson as a form sends them: a field each, called by the file. */
final class LessonForm {

    static final List<String> TEXTS = List.of("lesson.zh.md", "lesson.en.md", "quiz.yaml");
    private static final String FILM = "film.yaml";

    private static final String DRAWING = ".svg";
    private static final String NEW_NAME = "drawing-name";
    private static final String NEW_DRAWING = "drawing";

    private LessonForm() {}

    /** A drawing or film whose field is empty is taken out; one more drawing may be added. */
    static SortedMap<String, String> files(Map<String, List<String>> sent) {
        SortedMap<String, String> files = new TreeMap<>();
        TEXTS.forEach(file -> files.put(file, first(sent, file)));
        for (String file : sent.keySet()) {
            String text = first(sent, file);
            if ((file.endsWith(DRAWING) || file.equals(FILM)) && !text.isBlank()) {
                files.put(file, text);
            }
        }
        String drawing = first(sent, NEW_DRAWING);
        if (!drawing.isBlank()) {
            String name = first(sent, NEW_NAME).strip();
            files.put(name.endsWith(DRAWING) ? name : name + DRAWING, drawing);
        }
        return files;
    }

    private static String first(Map<String, List<String>> sent, String field) {
        List<String> values = sent.getOrDefault(field, List.of());
        return values.isEmpty() || values.get(0) == null ? "" : values.get(0);
    }

    static boolean isDrawing(String file) {
        return file.endsWith(DRAWING);
    }
}
