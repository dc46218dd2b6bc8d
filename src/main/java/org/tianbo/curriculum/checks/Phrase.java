package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase to avoid, in one language: found by its pattern, unless its surroundings make it harmless. Width, case and
 * spaces between Chinese characters make no difference; a surrounding is never looked for beyond the sentence.
 */
public final class Phrase {

    /**
     * Where it stands.
     *
     * @param from index of its first character
     * @param to index behind its last
     */
    public record Span(int from, int to) {}

    private enum Side {
        BEFORE,
        AFTER,
        EITHER
    }

    /** What must, or must not, be around. */
    private record Context(Optional<Pattern> near, Optional<Pattern> whole, int within, Side side) {

        boolean fits(String sentence, int from, int to) {
            return near.map(pattern -> isNear(pattern, sentence, from, to)).orElse(true)
                    && whole.map(pattern -> pattern.matcher(sentence).find()).orElse(true);
        }

        private boolean isNear(Pattern pattern, String sentence, int from, int to) {
            String before = sentence.substring(Math.max(0, from - within), from);
            String after = sentence.substring(to, Math.min(sentence.length(), to + within));
            return side != Side.AFTER && pattern.matcher(before).find()
                    || side != Side.BEFORE && pattern.matcher(after).find();
        }
    }

    private static final int ANYWHERE = 40;
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?；;\\n]+");
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * Between Chinese letters and digits there is none. Java 17 sees it so by itself, from Java 19 on only when told.
     */
    private static final String WORD_BOUNDARY = "(?U:\\b)";

    private final Pattern pattern;
    private final Optional<Context> only;
    private final List<Context> unless;

    private Phrase(Pattern pattern, Optional<Context> only, List<Context> unless) {
        this.pattern = pattern;
        this.only = only;
        this.unless = unless;
    }

    /**
     * Reads an entry of {@code content/words}.
     *
     * @param language {@code zh} or {@code en}
     * @return empty when the entry has no pattern in that language
     * @throws java.util.regex.PatternSyntaxException when an author mistyped a pattern
     */
    public static Optional<Phrase> of(JsonNode entry, String language) {
        Optional<Pattern> pattern = pattern(entry.get("pattern"), language);
        Optional<Context> only = Optional.ofNullable(entry.get("only")).flatMap(context -> context(context, language));
        List<Context> unless = new ArrayList<>();
        entry.path("unless").forEach(context -> context(context, language).ifPresent(unless::add));
        return pattern.map(found -> new Phrase(found, only, unless));
    }

    private static Optional<Context> context(JsonNode context, String language) {
        Optional<Pattern> near = pattern(context.path("near"), language);
        Optional<Pattern> whole = pattern(context.path("whole"), language);
        if (near.isEmpty() && whole.isEmpty()) {
            return Optional.empty();
        }
        Side side = Side.valueOf(context.path("side").asText("either").toUpperCase(Locale.ROOT));
        return Optional.of(new Context(near, whole, context.path("within").asInt(ANYWHERE), side));
    }

    private static Optional<Pattern> pattern(JsonNode patterns, String language) {
        return Optional.ofNullable(patterns.get(language))
                .map(text -> Pattern.compile(text.textValue().replace("\\b", WORD_BOUNDARY), FLAGS));
    }

    /** Where the text says it, in order; empty when it does not, or only harmlessly. */
    public List<Span> in(String text) {
        Folded folded = Folded.of(text);
        List<Span> spans = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(folded.text);
        while (sentences.find()) {
            String sentence = sentences.group();
            Matcher found = pattern.matcher(sentence);
            while (found.find()) {
                if (counts(sentence, found.start(), found.end())) {
                    spans.add(folded.span(sentences.start() + found.start(), sentences.start() + found.end()));
                }
            }
        }
        return spans;
    }

    private boolean counts(String sentence, int from, int to) {
        return to > from
                && only.map(context -> context.fits(sentence, from, to)).orElse(true)
                && unless.stream().noneMatch(context -> context.fits(sentence, from, to));
    }

    /** Text as patterns see it, and where each of its characters stood. */
    private record Folded(String text, int[] places) {

        static Folded of(String original) {
            StringBuilder text = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            int at = 0;
            while (at < original.length()) {
                int point = original.codePointAt(at);
                int next = at + Character.charCount(point);
                if (!(Character.isWhitespace(point) && point != '\n' && betweenHan(original, at, next))) {
                    String folded = Normalizer.normalize(original.substring(at, next), Normalizer.Form.NFKC);
                    text.append(folded);
                    for (int i = 0; i < folded.length(); i++) {
                        places.add(at);
                    }
                }
                at = next;
            }
            places.add(original.length());
            return new Folded(
                    text.toString(), places.stream().mapToInt(Integer::intValue).toArray());
        }

        private static boolean betweenHan(String text, int from, int to) {
            return from > 0 && to < text.length() && isHan(text.codePointBefore(from)) && isHan(text.codePointAt(to));
        }

        private static boolean isHan(int point) {
            return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
        }

        Span span(int from, int to) {
            return new Span(places[from], places[to - 1] + 1);
        }
    }
}
