package org.tianbo.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.data.Sha256;

/**
 * Cuts a lesson into what is spoken in one breath, always alike: sentences are recorded under a digest of their words,
 * so another cut would ask for all of them again. The drawings are not spoken.
 */
public final class Sentences {

    private static final Pattern DRAWING = Pattern.compile("(?s)<svg\\b.*?</svg>");
    private static final Pattern PART = Pattern.compile("</?([a-zA-Z0-9]+)[^>]*>|[^<]+");

    /** Whatever else is opened or closed ends a sentence. */
    private static final Set<String> WITHIN = Set.of("a", "b", "code", "em", "i", "strong");

    private static final String CLOSING = "[”’」』）)】\"]*";
    private static final String ABBREVIATED = "(?<!\\b(?:Mr|Mrs|Ms|Dr|No|St|[A-Z]))";

    /** A Latin stop ends a sentence only where another one begins after a blank: not in 3.5, nor in “Stop!” he said. */
    private static final Pattern ENDED =
            Pattern.compile("[。！？]+" + CLOSING + "|" + ABBREVIATED + "[.!?]+" + CLOSING + "(?= [^\\p{Ll}])");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private Sentences() {}

    /** All of a lesson: its title, each section under its heading, then each question of the pool with its choices. */
    public static List<Sentence> of(LessonView lesson, Locale locale) {
        List<Sentence> all = new ArrayList<>();
        addCut(all, lesson.title().in(locale));
        lesson.sections().forEach(section -> {
            addCut(all, section.title().in(locale));
            blocks(section.html().in(locale)).forEach(block -> addCut(all, block));
        });
        lesson.quiz().items().forEach(item -> addAsked(all, item, locale));
        return all;
    }

    /** What each section says. */
    public static List<LessonView.SectionText> bySection(LessonView lesson, Locale locale) {
        return lesson.sections().stream()
                .map(section -> new LessonView.SectionText(
                        section.id(),
                        section.title().in(locale),
                        blocks(section.html().in(locale)).stream()
                                .flatMap(block -> cut(block).stream())
                                .toList()))
                .toList();
    }

    private static void addAsked(List<Sentence> all, Quiz.Item item, Locale locale) {
        addWhole(all, item.ask(), locale);
        item.options().values().forEach(option -> addWhole(all, option, locale));
        item.targets().values().forEach(target -> addWhole(all, target, locale));
    }

    private static void addWhole(List<Sentence> all, Text text, Locale locale) {
        add(all, text.in(locale), true);
    }

    private static void addCut(List<Sentence> all, String block) {
        cut(block).forEach(words -> add(all, words, false));
    }

    private static void add(List<Sentence> all, String words, boolean asked) {
        String plain = BLANKS.matcher(words).replaceAll(" ").strip();
        if (WORD.matcher(plain).find()) {
            all.add(new Sentence(digest(plain), plain, asked));
        }
    }

    /** Of the words alone: where lines break does not matter. */
    private static String digest(String words) {
        return Sha256.shortHex(BLANKS.matcher(words).replaceAll(""));
    }

    /** One block of text in its sentences. What has no word in it, such as a lone quotation mark, goes with another. */
    static List<String> cut(String block) {
        String text = BLANKS.matcher(block).replaceAll(" ").strip();
        List<String> sentences = new ArrayList<>();
        Matcher end = ENDED.matcher(text);
        int from = 0;
        while (end.find()) {
            String words = text.substring(from, end.end()).strip();
            if (WORD.matcher(words).find()) {
                sentences.add(words);
                from = end.end();
            }
        }
        String rest = text.substring(from).strip();
        if (WORD.matcher(rest).find()) {
            sentences.add(rest);
        }
        return sentences;
    }

    /** The text of each paragraph, line of a list, heading and cell. */
    static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        Matcher part = PART.matcher(DRAWING.matcher(html).replaceAll("<svg>"));
        while (part.find()) {
            if (part.group(1) == null) {
                block.append(unescaped(part.group()));
            } else if (!WITHIN.contains(part.group(1))) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        blocks.add(block.toString());
        return blocks;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
