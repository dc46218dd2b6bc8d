package org.tianbo.narration.voice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.media.Media;
import org.tianbo.narration.Narration;
import org.tianbo.people.People;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;

/** How far the county's trainers have come with speaking each lesson, and publishing what is whole. */
@ApplicationScoped
public class NarrationDesk {

    static final int LONGEST_DIALECT = 20;

    private static final Logger LOG = Logger.getLogger(NarrationDesk.class);

    /** Of the text, and of the quiz: more is nothing for a phone, nor fits where it is made. */
    static final Duration LONGEST_PART = Duration.ofMinutes(30);

    private final Curriculum curriculum;
    private final CountyCourses courses;
    private final SentenceTable sentences;
    private final NarrationTable table;
    private final PublishedNarrations published;
    private final People people;
    private final Media media;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;

    NarrationDesk(
            Curriculum curriculum,
            CountyCourses courses,
            SentenceTable sentences,
            NarrationTable table,
            PublishedNarrations published,
            People people,
            Media media,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.curriculum = curriculum;
        this.courses = courses;
        this.sentences = sentences;
        this.table = table;
        this.published = published;
        this.people = people;
        this.media = media;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    /** A lesson in the list: how many of its sentences are spoken. */
    public record Count(LessonSummary lesson, int spoken, int of, State state) {}

    /**
     * A sentence to be spoken.
     *
     * @param sha256 of the take that is here; empty where it is not spoken yet
     * @param speaker name of who spoke it
     */
    public record Line(Sentence sentence, String sha256, String speaker) {

        public boolean spoken() {
            return !sha256.isEmpty();
        }
    }

    /**
     * One lesson to be spoken. Words that stand in it twice are spoken once.
     *
     * @param taught false once it was taken back: nothing more of it is spoken
     * @param heard whether villagers hear it now, as it was published last or before that
     */
    public record Sheet(
            LessonView lesson, boolean taught, State state, boolean heard, String dialect, List<Line> lines) {

        public int spoken() {
            return (int) lines.stream().filter(Line::spoken).count();
        }

        /** How many sentences of the text, without the quiz, have yet to be spoken. */
        public int missing(boolean asked) {
            return (int) lines.stream()
                    .filter(line -> line.sentence().asked() == asked && !line.spoken())
                    .count();
        }
    }

    /** All lessons in the order they are taught. */
    public List<Count> counts(String language) {
        Map<String, Set<String>> spoken = sentences.byLesson(language);
        Map<Place, NarrationTable.Row> rows = table.all();
        return curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .map(lesson -> count(lesson, language, spoken, rows))
                .toList();
    }

    /** Lessons that are no longer taught and of which something is kept. */
    public List<Count> former(String language) {
        Map<String, Set<String>> spoken = sentences.byLesson(language);
        Map<Place, NarrationTable.Row> rows = table.all();
        return spoken.keySet().stream()
                .filter(lesson -> !curriculum.isTaught(lesson))
                .sorted()
                .flatMap(lesson -> curriculum.lastTaught(lesson).stream())
                .map(lesson -> count(lesson.summary(), language, spoken, rows))
                .toList();
    }

    private Count count(
            LessonSummary lesson,
            String language,
            Map<String, Set<String>> spoken,
            Map<Place, NarrationTable.Row> rows) {
        Place place = new Place(lesson.slug(), language);
        List<Sentence> all = distinct(place);
        Set<String> there = spoken.getOrDefault(lesson.slug(), Set.of());
        int count =
                (int) all.stream().filter(one -> there.contains(one.digest())).count();
        return new Count(lesson, count, all.size(), state(Optional.ofNullable(rows.get(place))));
    }

    public Sheet sheet(Place place) {
        Map<String, SpokenSentence> spoken = sentences.of(place);
        Map<UUID, String> names =
                people.names(spoken.values().stream().map(SpokenSentence::by).collect(Collectors.toSet()));
        Optional<NarrationTable.Row> row = table.find(place);
        List<Line> lines = distinct(place).stream()
                .map(sentence -> Optional.ofNullable(spoken.get(sentence.digest()))
                        .map(take -> new Line(sentence, take.sha256(), names.getOrDefault(take.by(), "")))
                        .orElseGet(() -> new Line(sentence, "", "")))
                .toList();
        return new Sheet(
                lesson(place),
                curriculum.isTaught(place.lesson()),
                state(row),
                state(row) == State.PUBLISHED
                        || published.published(place.lesson(), place.locale()).isPresent(),
                row.map(NarrationTable.Row::dialect).orElse(""),
                lines);
    }

    /**
     * Has what is whole made into files and published: the text, and the quiz if all of it is spoken too.
     *
     * @throws Refused when it is no longer taught, the text is not whole, or a part is longer than
     *     {@link #LONGEST_PART}
     */
    public void publish(Place place, String dialect, UUID by) {
        String label = dialect.strip();
        if (label.length() > LONGEST_DIALECT) {
            throw NarrationRefused.dialectTooLong();
        }
        Sheet sheet = sheet(place);
        if (!sheet.taught()) {
            throw NarrationRefused.notTaught();
        }
        int missing = sheet.missing(false);
        if (missing > 0) {
            throw NarrationRefused.notWhole(missing);
        }
        Map<String, SpokenSentence> spoken = sentences.of(place);
        if (isTooLong(distinct(place), spoken)) {
            throw NarrationRefused.tooLong(LONGEST_PART.toMinutes());
        }
        UUID speaker = speaker(spoken.values());
        Asked asked = new Asked(place, now());
        QuarkusTransaction.requiringNew().run(() -> {
            table.put(place, label, speaker, by, asked.at());
            jobs.enqueue(MakeNarration.NAME, asked.id(), county.id());
        });
    }

    /** @param spoken by the sentence's digest */
    static boolean isTooLong(List<Sentence> sentences, Map<String, SpokenSentence> spoken) {
        return sentences.stream()
                .filter(sentence -> spoken.containsKey(sentence.digest()))
                .collect(Collectors.groupingBy(
                        Sentence::asked, Collectors.summingLong(sentence -> spoken.get(sentence.digest())
                                .durationMs())))
                .values()
                .stream()
                .anyMatch(length -> length > LONGEST_PART.toMillis());
    }

    /** Nobody hears it any more; what was spoken stays. */
    public void withdraw(Place place, UUID by) {
        List<String> spare = QuarkusTransaction.requiringNew().call(() -> table.withdraw(place, by, now()));
        published.changed(county.id());
        delete(spare);
    }

    /**
     * Deletes whatever was spoken of a lesson that is no longer taught.
     *
     * @throws Refused while it is taught
     */
    public void deleteTakes(Place place, UUID by) {
        if (curriculum.isTaught(place.lesson())) {
            throw NarrationRefused.stillTaught();
        }
        List<String> takes = QuarkusTransaction.requiringNew().call(() -> deleted(place));
        withdraw(place, by);
        takes.forEach(media::delete);
        LOG.infof("Lesson %s (%s): what was spoken is deleted by %s", place.lesson(), place.language(), by);
    }

    /** What is held in memory may be some seconds old, and takes never come back: the table decides. */
    private List<String> deleted(Place place) {
        String lesson = place.lesson();
        if (lesson.startsWith(CourseView.OWN) && courses.published(lesson).isPresent()) {
            throw NarrationRefused.stillTaught();
        }
        return sentences.delete(place);
    }

    void delete(List<String> names) {
        for (String name : names) {
            media.delete(Narration.key(county.id(), name + Narration.OPUS));
            media.delete(Narration.key(county.id(), name + Narration.AAC));
        }
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LessonView lesson(Place place) {
        return curriculum.lastTaught(place.lesson()).orElseThrow(() -> new NotFound("curriculum.lesson-not-found"));
    }

    private List<Sentence> distinct(Place place) {
        return List.copyOf(curriculum.sentences(lesson(place), place.locale()).stream()
                .collect(Collectors.toMap(
                        Sentence::digest, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values());
    }

    private static State state(Optional<NarrationTable.Row> row) {
        return row.map(NarrationTable.Row::state).orElse(State.DRAFT);
    }

    private static UUID speaker(Collection<SpokenSentence> takes) {
        return takes.stream()
                .collect(Collectors.groupingBy(SpokenSentence::by, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow(NarrationRefused::notSpoken);
    }
}
