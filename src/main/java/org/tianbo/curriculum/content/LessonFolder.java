package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tianbo.curriculum.checks.FilmRules;
import org.tianbo.curriculum.checks.QuizRules;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Passage;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.document.SourceDocument;
import org.tianbo.curriculum.document.SourceYaml;
import org.tianbo.curriculum.lesson.Drawing;
import org.tianbo.curriculum.lesson.Language;
import org.tianbo.curriculum.lesson.LessonMarkdown;
import org.tianbo.curriculum.lesson.MarkdownFile;

/**
 * A lesson: {@code lesson.zh.md}, {@code lesson.en.md}, {@code quiz.yaml}, perhaps {@code film.yaml}, and the drawings
 * beside them.
 */
public final class LessonFolder {

    private static final int MOST_BYTES = 40 * 1024;

    private final LessonFiles files;
    private final Schemas schemas;
    private final Faults faults;
    private final Map<String, Drawing> drawings = new TreeMap<>();

    public LessonFolder(LessonFiles files, Schemas schemas, Faults faults) {
        this.files = files;
        this.schemas = schemas;
        this.faults = faults;
    }

    /** @return empty when something is so wrong that there is no lesson; all faults are noted */
    public Optional<SourceDocument> read(String course, int number, String slug) {
        readDrawings();
        Optional<LessonText> zh = text(Language.ZH);
        Optional<LessonText> en = text(Language.EN);
        Optional<SourceYaml> quiz = yaml("quiz");
        Optional<SourceYaml> film = files.names().contains("film.yaml") ? yaml("film") : Optional.empty();
        if (zh.isEmpty() || en.isEmpty() || quiz.isEmpty()) {
            return Optional.empty();
        }
        compare(zh.get(), en.get());
        refuseUnused(zh.get());
        QuizRules.check(quiz.get(), faults);
        film.ifPresent(scenes -> FilmRules.check(scenes, drawings, faults));
        ObjectNode body = body(zh.get(), en.get(), quiz.get());
        film.ifPresent(scenes -> body.set("film", scenes.tree()));
        body.put("course", course);
        body.put("number", number);
        return Optional.of(new SourceDocument(
                DocumentKind.LESSON, slug, zh.get().frontMatter(), "", body, passages(zh.get(), quiz.get(), film)));
    }

    private void readDrawings() {
        for (String name : files.names()) {
            if (!LessonFiles.isKnown(name)) {
                faults.add(files.name(name), 1, "这里不该有这个文件", "this does not belong here");
            } else if (name.endsWith(".svg")) {
                files.text(name, faults).ifPresent(svg -> drawings.put(name, drawing(files.name(name), svg)));
            }
        }
    }

    private Drawing drawing(String file, String svg) {
        int bytes = svg.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Drawing.MOST_BYTES) {
            faults.add(
                    file,
                    1,
                    "图画太大：" + bytes + " 字节，最多 " + Drawing.MOST_BYTES,
                    "the drawing is too big: " + bytes + " bytes of at most " + Drawing.MOST_BYTES);
        }
        return Drawing.read(file, svg, faults);
    }

    private Optional<LessonText> text(Language language) {
        String file = "lesson." + language.tag() + ".md";
        return files.text(file, faults)
                .flatMap(text -> MarkdownFile.split(files.name(file), text, faults))
                .filter(markdown -> schemas.check(markdown.frontMatter(), "lesson." + language.tag(), faults))
                .map(markdown -> new LessonText(
                        markdown.frontMatter(), new LessonMarkdown(language, markdown, drawings, faults).sections()));
    }

    private Optional<SourceYaml> yaml(String name) {
        String file = name + ".yaml";
        return files.text(file, faults)
                .flatMap(text -> SourceYaml.parse(files.name(file), text, faults))
                .filter(yaml -> schemas.check(yaml, name, faults));
    }

    /**
     * The English lesson says the same as the Chinese: as many sections, of the same parts, under the same drawings.
     */
    private void compare(LessonText zh, LessonText en) {
        for (int i = 0; i < Math.max(zh.sections().size(), en.sections().size()); i++) {
            if (i >= en.sections().size() || i >= zh.sections().size()) {
                LessonText shorter = i >= en.sections().size() ? en : zh;
                faults.add(
                        shorter.frontMatter().file(),
                        shorter.last().line(),
                        "比另一种语言少了小节：中文 " + zh.sections().size() + "，英文 "
                                + en.sections().size(),
                        "sections are missing here: " + zh.sections().size() + " in Chinese, "
                                + en.sections().size() + " in English");
                return;
            }
            LessonMarkdown.Section chinese = zh.sections().get(i);
            LessonMarkdown.Section english = en.sections().get(i);
            if (!chinese.id().equals(english.id()) || !chinese.drawings().equals(english.drawings())) {
                faults.add(
                        en.frontMatter().file(),
                        english.line(),
                        "这一节和中文的对不上（小节或图画不同）",
                        "this section differs from the Chinese one in its part or its drawings");
            }
        }
    }

    private void refuseUnused(LessonText zh) {
        List<String> used = zh.sections().stream()
                .flatMap(section -> section.drawings().stream())
                .toList();
        for (String drawing : drawings.keySet()) {
            if (!used.contains(drawing)) {
                faults.add(files.name(drawing), 1, "课文里没有用到这幅画", "no section shows this drawing");
            }
        }
    }

    private ObjectNode body(LessonText zh, LessonText en, SourceYaml quiz) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode facts = zh.frontMatter().tree();
        body.set("minutes", facts.get("minutes"));
        body.set("title", both(facts.get("title"), en.frontMatter().tree().get("title")));
        body.set("idea", both(facts.get("idea"), en.frontMatter().tree().get("idea")));
        body.set("rules", facts.has("rules") ? facts.get("rules") : JsonNodeFactory.instance.arrayNode());
        body.set("sections", sections(zh, en));
        body.set("quiz", QuizPictures.drawn(quiz, drawings, faults));
        measure(zh);
        measure(en);
        return body;
    }

    private static List<Passage> passages(LessonText zh, SourceYaml quiz, Optional<SourceYaml> film) {
        List<Passage> passages = new ArrayList<>();
        zh.sections().forEach(section -> passages.addAll(section.passages()));
        passages.addAll(QuizRules.passages(quiz));
        film.map(FilmRules::passages).ifPresent(passages::addAll);
        return passages;
    }

    private void measure(LessonText text) {
        int bytes = text.sections().stream()
                .mapToInt(section -> section.html().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MOST_BYTES) {
            faults.add(
                    text.frontMatter().file(),
                    1,
                    "这节课太大：" + bytes + " 字节，最多 " + MOST_BYTES,
                    "the lesson is too big: " + bytes + " bytes of at most " + MOST_BYTES);
        }
    }

    private static ArrayNode sections(LessonText zh, LessonText en) {
        List<ObjectNode> sections = new ArrayList<>();
        int count = Math.min(zh.sections().size(), en.sections().size());
        for (int i = 0; i < count; i++) {
            LessonMarkdown.Section chinese = zh.sections().get(i);
            LessonMarkdown.Section english = en.sections().get(i);
            ObjectNode section = JsonNodeFactory.instance.objectNode();
            section.put("id", chinese.id());
            section.put("part", chinese.part().name());
            section.set("title", both(text(chinese.title()), text(english.title())));
            section.set("html", both(text(chinese.html()), text(english.html())));
            sections.add(section);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(sections);
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static ObjectNode both(JsonNode zh, JsonNode en) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("zh", zh);
        both.set("en", en);
        return both;
    }

    private record LessonText(SourceYaml frontMatter, List<LessonMarkdown.Section> sections) {

        LessonMarkdown.Section last() {
            return sections.get(sections.size() - 1);
        }
    }
}
