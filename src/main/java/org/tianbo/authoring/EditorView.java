package org.tianbo.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tianbo.curriculum.CountyCourses.Change;
import org.tianbo.curriculum.CountyCourses.Checked;
import org.tianbo.curriculum.CountyCourses.Draft;
import org.tianbo.curriculum.CountyCourses.Finding;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Text;

/**
 * A lesson on its writer's desk.
 *
 * @param outdated whether the shipped lesson changed since the text was compared with it
 * @param removed whether the lesson was shipped and is no more: trainees see none of it
 * @param revision of the draft that the next saving takes the place of
 * @param savedAt null, and {@code savedBy} empty, while nobody has saved
 * @param shownAt since when trainees see the county's text; null while they do not
 * @param discards which text says what is lost by throwing the draft away: {@code shown}, {@code last} or
 *     {@code lesson}; empty where that would change nothing
 * @param texts the files that every lesson has
 * @param others drawings, and the film where there is one
 * @param stored what is saved meanwhile, where something else was typed; else empty
 * @param checked false for files that were refused as such
 * @param losesFilm whether the shipped lesson's film would no longer be shown
 * @param english whether the preview begins in English
 */
record EditorView(
        String lesson,
        String title,
        boolean own,
        boolean outdated,
        boolean removed,
        long revision,
        String savedBy,
        Instant savedAt,
        Instant shownAt,
        String discards,
        List<File> texts,
        List<File> others,
        List<File> stored,
        boolean checked,
        boolean losesFilm,
        List<Fault> faults,
        boolean english) {

    /** @param rows of its field on the page */
    record File(String name, String text, int rows) {

        private static final int FEWEST_ROWS = 4;
        private static final int MOST_ROWS = 28;

        static File of(String name, String text) {
            int lines = (int) text.lines().count() + 1;
            int most = LessonForm.isDrawing(name) ? FEWEST_ROWS * 2 : MOST_ROWS;
            return new File(name, text, Math.max(FEWEST_ROWS, Math.min(most, lines)));
        }

        /** {@code zh}, {@code en} or {@code quiz}; empty for what has only its own name. */
        public String kind() {
            return switch (name) {
                case "lesson.zh.md" -> "zh";
                case "lesson.en.md" -> "en";
                case "quiz.yaml" -> "quiz";
                default -> "";
            };
        }
    }

    /** @param file empty for what is wrong with the lesson as a whole */
    record Fault(String file, int line, String words) {}

    /**
     * @param known what the lesson is called while its text cannot be read
     * @param without what is left when the draft is thrown away; empty for nothing
     * @param typed what a form sent that was not saved; what is saved where nothing was
     */
    static EditorView of(
            Draft draft,
            Text known,
            SortedMap<String, String> typed,
            Checked checked,
            Optional<Change> last,
            Optional<SortedMap<String, String>> without,
            String savedBy,
            boolean outdated,
            boolean removed,
            boolean own,
            Locale locale) {
        return new EditorView(
                draft.lesson(),
                checked.lesson().map(LessonView::title).orElse(known).in(locale),
                own,
                outdated,
                removed,
                draft.revision(),
                savedBy,
                draft.savedAt().orElse(null),
                last.filter(change -> change.version().isPresent())
                        .map(Change::at)
                        .orElse(null),
                discards(
                        draft,
                        without,
                        removed || (own && last.flatMap(Change::version).isEmpty())),
                LessonForm.TEXTS.stream()
                        .map(name -> File.of(name, typed.getOrDefault(name, "")))
                        .toList(),
                typed.entrySet().stream()
                        .filter(file -> !LessonForm.TEXTS.contains(file.getKey()))
                        .map(file -> File.of(file.getKey(), file.getValue()))
                        .toList(),
                draft.files().entrySet().stream()
                        .filter(file -> isOther(file, typed))
                        .map(file -> File.of(file.getKey(), file.getValue()))
                        .toList(),
                checked.lesson().isPresent() || !checked.findings().isEmpty(),
                checked.losesFilm(),
                faults(checked.findings(), locale),
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    }

    /** @param unseen whether trainees see nothing of it now */
    private static String discards(Draft draft, Optional<SortedMap<String, String>> without, boolean unseen) {
        if (draft.revision() == 0 || without.equals(Optional.of(draft.files()))) {
            return "";
        }
        return without.map(files -> unseen ? "last" : "shown").orElse("lesson");
    }

    static List<Fault> faults(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding ->
                        new Fault(finding.file(), finding.line(), finding.what().in(locale)))
                .toList();
    }

    /** A browser ends lines in its own way. */
    private static boolean isOther(Map.Entry<String, String> stored, SortedMap<String, String> typed) {
        return !stored.getValue().equals(typed.getOrDefault(stored.getKey(), "").replace("\r\n", "\n"));
    }
}
