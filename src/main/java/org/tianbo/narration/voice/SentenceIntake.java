package org.tianbo.narration.voice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.media.VoiceNormalizer;
import org.tianbo.media.VoiceNormalizer.NormalizedVoice;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Takes what a trainer's phone recorded of one sentence, named by the digest of its bytes: sent twice it is one take,
 * and of two takes the one spoken later counts, whichever arrives last. One that was spoken in place of another is the
 * later of the two, whatever the phone's clock says.
 */
@ApplicationScoped
public class SentenceIntake {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofMillis(300);
    private static final Duration LINK_VALID = Duration.ofHours(6);

    private static final Logger LOG = Logger.getLogger(SentenceIntake.class);

    private final Curriculum curriculum;
    private final SentenceTable table;
    private final VoiceNormalizer normalizer;
    private final Media media;
    private final CurrentCounty county;
    private final Clock clock;

    SentenceIntake(
            Curriculum curriculum,
            SentenceTable table,
            VoiceNormalizer normalizer,
            Media media,
            CurrentCounty county,
            Clock clock) {
        this.curriculum = curriculum;
        this.table = table;
        this.normalizer = normalizer;
        this.media = media;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What the phone says of a take.
     *
     * @param sentence digest of its words
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @param replaces digests of the takes that the phone knew when it was spoken, so it is later than these
     */
    public record Announced(String sentence, String sha256, UUID by, TakeTime time, List<String> replaces) {}

    /**
     * What became of a take.
     *
     * @param made whether it is new
     * @param counts digest of the take that counts: this one, or one that was spoken later
     */
    public record Received(boolean made, String counts) {}

    /**
     * Keeps a take, at most a minute of it.
     *
     * @throws Refused when it is no sound, too long, or nothing is to be heard
     * @throws Refused when the lesson has no such sentence, or it is too short to be one
     */
    public Received receive(Place place, Announced take, InputStream bytes) {
        requireSentence(place, take.sentence());
        SpokenSentence there = table.of(place).get(take.sentence());
        if (there != null && there.sha256().equals(take.sha256())) {
            return new Received(false, take.sha256());
        }
        try (WorkDirectory work = media.workplace("sentence-" + Ids.next(), 3 * VoiceNormalizer.MOST_BYTES)) {
            NormalizedVoice made = normalizer.normalize(bytes, take.sha256(), work.folder(), LONGEST);
            if (made.length().compareTo(SHORTEST) < 0) {
                throw NarrationRefused.tooShort();
            }
            return enter(place, stored(take, made), take.replaces());
        }
    }

    private void requireSentence(Place place, String sentence) {
        if (!curriculum.isTaught(place.lesson())
                && curriculum.lastTaught(place.lesson()).isPresent()) {
            throw NarrationRefused.notTaught();
        }
        boolean known = curriculum.sentences(curriculum.lesson(place.lesson()), place.locale()).stream()
                .anyMatch(one -> one.digest().equals(sentence));
        if (!known) {
            throw NarrationRefused.sentenceChanged();
        }
    }

    /** Under a name of its own: two senders of one take must not delete each other's file. */
    private SpokenSentence stored(Announced take, NormalizedVoice made) {
        String key = "%s/narrations/takes/%s.m4a".formatted(county.id(), Ids.next());
        try (InputStream in = Files.newInputStream(made.file())) {
            StoredObject object = media.store(key, in, Files.size(made.file()));
            return new SpokenSentence(
                    take.sentence(),
                    take.sha256(),
                    key,
                    object.size(),
                    made.length().toMillis(),
                    take.by(),
                    take.time().spoken(clock.instant()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Received enter(Place place, SpokenSentence take, List<String> replaces) {
        while (true) {
            SentenceTable.Entered entered =
                    QuarkusTransaction.requiringNew().call(() -> table.put(place, take, replaces, clock.instant()));
            Optional<String> counts = entered.counts()
                    ? Optional.of(take.sha256())
                    : Optional.ofNullable(table.of(place).get(take.sentence())).map(SpokenSentence::sha256);
            // Else the later one was erased between the two looks, and this one counts after all.
            if (counts.isPresent()) {
                entered.spare().ifPresent(media::delete);
                LOG.infof("Lesson %s: %d ms of a sentence, spoken by %s", place.lesson(), take.durationMs(), take.by());
                return new Received(entered.counts(), counts.get());
            }
        }
    }

    /**
     * A link that plays the take of a sentence for a while.
     *
     * @throws Refused when nobody has spoken it
     */
    public URI link(Place place, String sentence) {
        SpokenSentence take = table.of(place).get(sentence);
        if (take == null) {
            throw NarrationRefused.notSpoken();
        }
        return media.link(take.key(), LINK_VALID);
    }
}
