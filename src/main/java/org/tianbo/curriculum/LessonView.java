package org.tianbo.curriculum;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One published version of a lesson.
 *
 * @param number place within its course, from 1
 * @param idea what the trainee can do afterwards, one sentence
 * @param rules ids of the rules it speaks about
 * @param bytes counted when the lesson is read, whatever is given
 */
public record LessonView(
        String slug,
        String version,
        String course,
        int number,
        int minutes,
        Text title,
        Text idea,
        List<String> rules,
        List<Section> sections,
        Quiz quiz,
        Optional<Film> film,
        LessonSummary.CopySizes bytes) {

    private static final Pattern DRAWING = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(" aria-label=\"[^\"]*\"");

    public LessonView {
        bytes = new LessonSummary.CopySizes(size(sections, Locale.CHINA), size(sections, Locale.ENGLISH));
    }

    /** The hook, then two or more steps, a worked example, and the task, in this order. */
    public enum Part {
        HOOK,
        STEP,
        EXAMPLE,
        TASK
    }

    /**
     * One screen of a lesson.
     *
     * @param id stable within the lesson: {@code hook}, {@code step-1}, …, {@code example}, {@code task}
     * @param title empty for the hook
     * @param html safe to print unescaped: written by our renderer from Markdown whose raw HTML is escaped, drawings
     *     inlined
     */
    public record Section(String id, Part part, Text title, Text html) {}

    /**
     * What is spoken in one breath: a sentence of the text, or a question or choice of the quiz as a whole.
     *
     * @param digest of its words, 16 hex digits: what is changed is another sentence, what stays keeps its name
     * @param words without line breaks
     * @param asked whether it stands in the quiz
     */
    public record Sentence(String digest, String words, boolean asked) {

        private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

        /** Letters and digits: what is left of it whatever stands between and around its words. */
        public int letters() {
            return (int) LETTER.matcher(words).results().count();
        }
    }

    /**
     * What a section says in one language.
     *
     * @param id of the section
     * @param title empty for the hook
     * @param sentences as they are spoken, the title's excepted
     */
    public record SectionText(String id, String title, List<String> sentences) {}

    /** The lesson shown as a short film without sound. */
    public record Film(List<Scene> scenes) {

        /** One drawing, and what is said under it meanwhile. */
        public record Scene(String drawing, int seconds, Text says) {}

        public int seconds() {
            return scenes.stream().mapToInt(Scene::seconds).sum();
        }
    }

    /**
     * Whether a film that was made of that version shows this one as well: it has the same scenes, and all drawings of
     * that version are here unchanged. What is written around them may differ.
     */
    public boolean isFilmedLike(LessonView other) {
        return film.isPresent() && film.equals(other.film) && drawings().containsAll(other.drawings());
    }

    /** Without the words for those who do not see them, which are no part of the picture. */
    private Set<String> drawings() {
        return sections.stream()
                .flatMap(section -> DRAWING.matcher(section.html().zh()).results())
                .map(drawing -> LABEL.matcher(drawing.group()).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    /** The whole lesson in one language, each section under its heading; safe to print unescaped. */
    public String html(Locale locale) {
        return html(sections, locale);
    }

    private static String html(List<Section> sections, Locale locale) {
        return sections.stream().map(section -> html(section, locale)).collect(Collectors.joining("\n"));
    }

    public LessonSummary summary() {
        return new LessonSummary(slug, version, course, number, title, idea, minutes, bytes);
    }

    private static long size(List<Section> sections, Locale locale) {
        return html(sections, locale).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String html(Section section, Locale locale) {
        String heading = section.title().in(locale);
        String titled = heading.isEmpty() ? "" : "<h2>" + escaped(heading) + "</h2>\n";
        return "<section id=\"" + section.id() + "\">\n" + titled
                + section.html().in(locale) + "</section>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
