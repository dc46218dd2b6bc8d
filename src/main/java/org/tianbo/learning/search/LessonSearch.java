package org.tianbo.learning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.platform.search.Folding;

/** Looks for what was typed in all words and lessons of an index. */
public final class LessonSearch {

    /** Where something is found: a title first. */
    private static final int NAME = 0;

    private static final int HEADING = 1;
    private static final int IDEA = 2;
    private static final int SENTENCE = 3;

    /** What is in more of them than one of so many says little. */
    private static final int TOO_COMMON = 4;

    /** @param first sentence of the section; null where {@code text} is one itself */
    private record Field(int tier, String text, String folded, String part, String heading, String first) {

        static Field of(int tier, String text, String part, String heading, String first) {
            return new Field(tier, text, Folding.folded(text), part, heading, first);
        }

        boolean isName() {
            return tier <= HEADING;
        }
    }

    /** @param fields the first is its title */
    private record Entry(boolean word, String at, List<Field> fields) {

        Field title() {
            return fields.get(0);
        }
    }

    /**
     * Where a word is found.
     *
     * @param tiers of each entry; null where it does not hold the word
     */
    private record Found(String word, List<Integer> tiers) {

        long count() {
            return tiers.stream().filter(Objects::nonNull).count();
        }
    }

    /**
     * @param held how many of the words it holds
     * @param score of what was found where; small is good
     */
    private record Match(Entry entry, int held, int score) {}

    private final Finder finder;
    private final List<Entry> entries;

    public LessonSearch(SearchIndex index) {
        finder = new Finder(index);
        entries = Stream.concat(
                        index.words().stream().map(LessonSearch::entry),
                        index.lessons().stream().map(LessonSearch::entry))
                .toList();
    }

    /** Of all texts that are searched. */
    public int characters() {
        return entries.stream()
                .flatMap(entry -> entry.fields().stream())
                .mapToInt(field -> field.text().length())
                .sum();
    }

    public SearchResults find(String typed) {
        List<String> words = Letters.words(typed);
        List<Match> exact = matches(untilOneIsNowhere(words), words.size());
        List<Found> pieces = exact.isEmpty() ? rareEnough(Letters.pieces(words)) : List.of();
        List<Match> matches = exact.isEmpty() ? matches(pieces, 1) : exact;
        List<String> marked = exact.isEmpty() ? pieces.stream().map(Found::word).toList() : words;
        return new SearchResults(
                matches.stream()
                        .limit(SearchResults.MOST)
                        .map(match -> result(match.entry(), marked))
                        .toList(),
                matches.size(),
                exact.isEmpty() && !matches.isEmpty(),
                !words.isEmpty());
    }

    /** Of the words those before the first that is nowhere: no entry holds all where there is one. */
    private List<Found> untilOneIsNowhere(List<String> words) {
        return words.stream()
                .map(this::found)
                .takeWhile(found -> found.count() > 0)
                .toList();
    }

    private List<Found> rareEnough(List<String> pieces) {
        return pieces.stream()
                .map(this::found)
                .filter(found -> found.count() > 0 && found.count() <= entries.size() / TOO_COMMON)
                .toList();
    }

    private Found found(String word) {
        // A stream's toList() takes null, which is most of them.
        return new Found(word, entries.stream().map(entry -> tier(entry, word)).toList());
    }

    /** @param least how many of the words an entry has to hold */
    private List<Match> matches(List<Found> words, int least) {
        return IntStream.range(0, entries.size())
                .mapToObj(at -> match(at, words))
                .filter(match -> match.held() > 0 && match.held() >= least)
                .sorted(Comparator.comparingInt((Match match) -> -match.held()).thenComparingInt(Match::score))
                .toList();
    }

    private Match match(int at, List<Found> words) {
        List<Integer> tiers = words.stream()
                .map(found -> found.tiers().get(at))
                .filter(Objects::nonNull)
                .toList();
        return new Match(
                entries.get(at),
                tiers.size(),
                tiers.stream().mapToInt(Integer::intValue).sum());
    }

    /** The best place in which the word is found, better still where it is the whole title; null where in none. */
    private Integer tier(Entry entry, String word) {
        Integer best = null;
        for (Field field : entry.fields()) {
            if (best != null && field.tier() >= best) {
                continue;
            }
            List<Finder.Span> spans = find(field, word);
            if (!spans.isEmpty()) {
                boolean whole =
                        spans.get(0).equals(new Finder.Span(0, field.text().length()));
                best = field.tier() == NAME && whole ? NAME - 1 : field.tier();
            }
        }
        return best;
    }

    private List<Finder.Span> find(Field field, String word) {
        return finder.find(word, field.folded(), field.isName());
    }

    private SearchResults.Result result(Entry entry, List<String> words) {
        Field shown = shown(entry, words);
        String at = shown.part().isEmpty() ? entry.at() : entry.at() + "#" + shown.part();
        Field title = entry.title();
        boolean heading = shown.tier() == HEADING;
        return new SearchResults.Result(
                entry.word(),
                at,
                marked(title, words),
                marked(Field.of(HEADING, shown.heading(), "", "", null), words),
                heading ? marked(Field.of(SENTENCE, shown.first(), "", "", null), words) : marked(shown, words));
    }

    /** What of it holds most of the words, but for its title; where nothing does, what it is about. */
    private Field shown(Entry entry, List<String> words) {
        List<Field> rest = entry.fields().subList(1, entry.fields().size());
        Field best = rest.get(0);
        int most = 0;
        for (Field field : rest) {
            int held = held(field, words);
            if (held > most || held == most && held > 0 && field.tier() < best.tier()) {
                best = field;
                most = held;
            }
        }
        return best;
    }

    private int held(Field field, List<String> words) {
        return (int) words.stream().filter(word -> !find(field, word).isEmpty()).count();
    }

    private Marked marked(Field field, List<String> words) {
        return Marked.of(
                field.text(),
                words.stream().flatMap(word -> find(field, word).stream()).toList());
    }

    private static Entry entry(SearchIndex.Word word) {
        return new Entry(
                true,
                word.at(),
                List.of(Field.of(NAME, word.term(), "", "", null), Field.of(IDEA, word.says(), "", "", null)));
    }

    private static Entry entry(SearchIndex.Lesson lesson) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of(NAME, lesson.title(), "", "", null));
        fields.add(Field.of(IDEA, lesson.idea(), "", "", null));
        for (SearchIndex.Part part : lesson.parts()) {
            String first = part.says().isEmpty() ? "" : part.says().get(0);
            if (!part.title().isEmpty()) {
                fields.add(Field.of(HEADING, part.title(), part.id(), part.title(), first));
            }
            part.says().forEach(says -> fields.add(Field.of(SENTENCE, says, part.id(), part.title(), null)));
        }
        return new Entry(false, lesson.at(), List.copyOf(fields));
    }
}
