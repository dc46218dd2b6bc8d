package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Passage;
import org.tianbo.curriculum.document.SourceDocument;

/**
 * Finds what makes a lesson hard for somebody who left school at fifteen: long sentences, jargon, and words that a
 * beginner has not learned yet. Words and their lessons come from the glossary, the order from the beginner's path.
 */
public final class PlainLanguage {

    private static final String BEGINNER = "beginner";
    private static final double LONGEST_AVERAGE = 25;
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？；\\n]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** A word of the glossary; {@code forms} are the ways it is said in Chinese. */
    private record Term(String id, List<String> forms, String lesson, boolean everyday) {

        boolean isIn(String text) {
            return forms.stream().anyMatch(text::contains);
        }
    }

    private final Faults faults;
    private final List<SourceDocument> lessons;

    private PlainLanguage(List<SourceDocument> sources, Faults faults) {
        this.faults = faults;
        this.lessons = sources.stream()
                .filter(source -> source.kind() == DocumentKind.LESSON)
                .toList();
    }

    public static void check(List<SourceDocument> sources, Faults faults) {
        PlainLanguage language = new PlainLanguage(sources, faults);
        language.lessons.forEach(language::checkSentences);
        of(sources, DocumentKind.GLOSSARY).ifPresent(glossary -> {
            language.checkJargon(glossary);
            List<String> order = of(sources, DocumentKind.PATHS)
                    .map(PlainLanguage::beginnersOrder)
                    .orElse(List.of());
            terms(glossary).forEach(term -> language.checkTerm(term, order));
        });
    }

    private void checkSentences(SourceDocument lesson) {
        List<Long> lengths = lesson.passages().stream()
                .filter(passage -> passage.part() == Passage.Role.LESSON)
                .flatMap(passage -> SENTENCE_END.splitAsStream(passage.zh()))
                .map(sentence -> HAN.matcher(sentence).results().count())
                .filter(length -> length > 0)
                .toList();
        double average = lengths.stream().mapToLong(Long::longValue).average().orElse(0);
        if (average > LONGEST_AVERAGE) {
            long rounded = Math.round(average);
            faults.add(
                    lesson.yaml().file(),
                    1,
                    "句子太长：平均 " + rounded + " 个字，最多 25",
                    "the sentences are too long: " + rounded + " characters on average, at most 25");
        }
    }

    /** A wrong answer may hold jargon, and so may a bad example between quotation marks: that is what they are for. */
    private void checkJargon(SourceDocument glossary) {
        for (JsonNode never : glossary.body().get("never")) {
            String word = never.get("word").textValue();
            String instead = never.get("instead").get("zh").textValue();
            passages(lessons)
                    .filter(passage -> passage.part() != Passage.Role.WRONG_ANSWER)
                    .filter(passage -> passage.unquoted().contains(word))
                    .forEach(passage -> faults.add(
                            passage.file(),
                            passage.line(),
                            "行话“" + word + "”：" + instead,
                            "jargon \"" + word + "\": "
                                    + never.get("instead").get("en").textValue()));
        }
    }

    private void checkTerm(Term term, List<String> order) {
        Map<String, SourceDocument> bySlug = lessons.stream()
                .collect(Collectors.toMap(SourceDocument::slug, Function.identity(), (one, other) -> one));
        String word = term.forms().get(0);
        SourceDocument home = bySlug.get(term.lesson());
        if (home == null && !order.contains(term.lesson())) {
            return;
        }
        if (home != null && home.passages().stream().noneMatch(passage -> term.isIn(passage.zh()))) {
            faults.add(
                    home.yaml().file(),
                    1,
                    "这节课该讲“" + word + "”，可是没有提到",
                    "this lesson is to explain \"" + term.id() + "\" and does not say it");
        }
        if (!term.everyday()) {
            int known = order.indexOf(term.lesson());
            order.subList(0, known < 0 ? order.size() : known).stream()
                    .map(bySlug::get)
                    .filter(lesson -> lesson != null)
                    .flatMap(lesson -> lesson.passages().stream())
                    .filter(passage -> term.isIn(passage.zh()))
                    .forEach(passage -> faults.add(
                            passage.file(),
                            passage.line(),
                            "“" + word + "”要到“" + term.lesson() + "”才讲，这里换个说法",
                            "\"" + term.id() + "\" is only explained in \"" + term.lesson()
                                    + "\": use plain words here"));
        }
    }

    private static Stream<Passage> passages(List<SourceDocument> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.passages().stream());
    }

    private static Optional<SourceDocument> of(List<SourceDocument> sources, DocumentKind kind) {
        return sources.stream().filter(source -> source.kind() == kind).findFirst();
    }

    private static List<String> beginnersOrder(SourceDocument paths) {
        List<String> order = new ArrayList<>();
        for (JsonNode path : paths.body().get("paths")) {
            if (path.get("id").textValue().equals(BEGINNER)) {
                path.get("lessons").forEach(slug -> order.add(slug.textValue()));
            }
        }
        return order;
    }

    private static List<Term> terms(SourceDocument glossary) {
        List<Term> terms = new ArrayList<>();
        for (JsonNode term : glossary.body().get("terms")) {
            List<String> forms = new ArrayList<>();
            forms.add(term.get("term").get("zh").textValue());
            term.path("also").forEach(form -> forms.add(form.textValue()));
            terms.add(new Term(
                    term.get("id").textValue(),
                    forms,
                    term.get("lesson").textValue(),
                    term.path("everyday").booleanValue()));
        }
        return terms;
    }
}
