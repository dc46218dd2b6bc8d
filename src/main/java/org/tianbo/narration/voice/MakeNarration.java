package org.tianbo.narration.voice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.media.Media;
import org.tianbo.media.WorkDirectory;
import org.tianbo.narration.voice.NarrationTable.Files;
import org.tianbo.narration.voice.NarrationTable.Part;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;

/** Makes the files of a lesson that is to be published, and then lets the county's people hear them. */
@ApplicationScoped
class MakeNarration implements Job {

    static final String NAME = "narration.make";

    private static final long WORK_BYTES = 128L << 20;

    private static final Logger LOG = Logger.getLogger(MakeNarration.class);

    private final Curriculum curriculum;
    private final CountyCourses courses;
    private final SentenceTable sentences;
    private final NarrationTable table;
    private final SoundFiles files;
    private final NarrationDesk desk;
    private final PublishedNarrations published;
    private final Media media;
    private final CurrentCounty county;

    MakeNarration(
            Curriculum curriculum,
            CountyCourses courses,
            SentenceTable sentences,
            NarrationTable table,
            SoundFiles files,
            NarrationDesk desk,
            PublishedNarrations published,
            Media media,
            CurrentCounty county) {
        this.curriculum = curriculum;
        this.courses = courses;
        this.sentences = sentences;
        this.table = table;
        this.files = files;
        this.desk = desk;
        this.published = published;
        this.media = media;
        this.county = county;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pool pool() {
        return Pool.VIDEO;
    }

    @Override
    public void run(String id) {
        waiting(Asked.parse(id)).ifPresent(this::make);
    }

    @Override
    public void onExhausted(String id) {
        Asked asked = Asked.parse(id);
        table.turn(asked.place(), State.FAILED, asked.at());
    }

    /** Empty where it was taken back since, or asked for again: that is other work. */
    private Optional<NarrationTable.Row> waiting(Asked asked) {
        return table.find(asked.place())
                .filter(row -> row.state() == State.MAKING && row.changed().equals(asked.at()));
    }

    private void make(NarrationTable.Row row) {
        Place place = row.place();
        requireNewest(place.lesson());
        Map<Part, Files> made = new EnumMap<>(Part.class);
        String work = "%s-narration-%s-%s-%d"
                .formatted(
                        county.id(),
                        place.language(),
                        place.lesson(),
                        row.changed().toEpochMilli());
        try (WorkDirectory folder = media.workplace(work, WORK_BYTES)) {
            for (Part part : Part.values()) {
                takes(place, part == Part.QUIZ).ifPresent(takes -> made.put(part, files.make(folder.folder(), takes)));
            }
        }
        // The lesson was changed, or taken back, since it was asked for.
        State state = made.containsKey(Part.TEXT) ? State.PUBLISHED : State.FAILED;
        List<String> spare = QuarkusTransaction.requiringNew()
                .call(() -> table.turn(place, state, row.changed()) && state == State.PUBLISHED
                        ? table.replace(place, made)
                        : List.of());
        published.changed(county.id());
        desk.delete(spare);
        LOG.infof("Lesson %s (%s): spoken, %s", place.lesson(), place.language(), state.code());
    }

    /** What another replica published a moment ago may not be known here yet: then later again. */
    private void requireNewest(String lesson) {
        Optional<String> known = Optional.of(lesson)
                .filter(curriculum::isTaught)
                .map(taught -> curriculum.lesson(taught).version());
        Optional<String> published = courses.published(lesson);
        if (published.isPresent() && !published.equals(known)) {
            throw new IllegalStateException("What is published of lesson " + lesson + " is not known here yet");
        }
    }

    /** In the order they are heard; empty where one is missing, nothing is asked, or the lesson is taught no more. */
    private Optional<List<SpokenSentence>> takes(Place place, boolean asked) {
        if (!curriculum.isTaught(place.lesson())) {
            return Optional.empty();
        }
        Map<String, SpokenSentence> spoken = sentences.of(place);
        List<Sentence> wanted = curriculum.sentences(curriculum.lesson(place.lesson()), place.locale()).stream()
                .filter(sentence -> sentence.asked() == asked)
                .toList();
        boolean whole = wanted.stream().allMatch(sentence -> spoken.containsKey(sentence.digest()));
        return Optional.of(wanted).filter(all -> whole && !all.isEmpty()).map(all -> all.stream()
                .map(sentence -> spoken.get(sentence.digest()))
                .toList());
    }
}
