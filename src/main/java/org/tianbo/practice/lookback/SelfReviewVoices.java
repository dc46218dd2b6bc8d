package org.tianbo.practice.lookback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.StorageQuotas;
import org.tianbo.media.StoredObject;
import org.tianbo.media.VoiceNormalizer;
import org.tianbo.media.VoiceNormalizer.NormalizedVoice;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptNotFound;
import org.tianbo.practice.attempt.QuotaReached;
import org.tianbo.practice.lookback.VoiceRepository.Voice;

/**
 * What a host speaks of an own attempt. A phone names it by the digest of what it recorded, sends it, and then refers
 * to it in its self-review, so that the same may come twice and from either of two tabs.
 */
@ApplicationScoped
public class SelfReviewVoices {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** A phone refers to what it sent in its next call; one without a network in between sends it again. */
    private static final Duration UNUSED_FOR = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(SelfReviewVoices.class);

    private final AttemptAccess access;
    private final VoiceRepository voices;
    private final VoiceNormalizer normalizer;
    private final Media media;
    private final StorageQuotas quotas;
    private final PracticeConfig config;
    private final Clock clock;

    SelfReviewVoices(
            AttemptAccess access,
            VoiceRepository voices,
            VoiceNormalizer normalizer,
            Media media,
            StorageQuotas quotas,
            PracticeConfig config,
            Clock clock) {
        this.access = access;
        this.voices = voices;
        this.normalizer = normalizer;
        this.media = media;
        this.quotas = quotas;
        this.config = config;
        this.clock = clock;
    }

    /** Where whoever may hear it hears it. */
    static URI page(UUID attempt, String sha256) {
        return URI.create("/api/attempts/%s/self-review/voices/%s".formatted(attempt, sha256));
    }

    /**
     * Keeps a voice, at most a minute of it.
     *
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @return whether it is new; false when the very same is here already
     * @throws Refused when it is no sound, too long, or nothing is to be heard
     */
    public boolean receive(UUID id, String sha256, InputStream bytes) {
        Optional<Attempt> admitted = QuarkusTransaction.requiringNew().call(() -> admit(id, sha256));
        if (admitted.isEmpty()) {
            return false;
        }
        try (WorkDirectory work = media.workplace("voice-" + Ids.next(), 3 * VoiceNormalizer.MOST_BYTES)) {
            NormalizedVoice made = normalizer.normalize(bytes, sha256, work.folder(), LONGEST);
            return enter(stored(admitted.get(), sha256, made));
        }
    }

    /** Empty when it is here already. */
    private Optional<Attempt> admit(UUID id, String sha256) {
        Attempt attempt = access.own(id);
        if (voices.keyOf(id, sha256).isPresent()) {
            return Optional.empty();
        }
        QuotaReached.check(quotas.reached(attempt.trainee, QuotaKind.BYTES));
        return Optional.of(attempt);
    }

    private Voice stored(Attempt attempt, String sha256, NormalizedVoice made) {
        String key = "%s/attempts/%s/voices/%s.m4a".formatted(attempt.county, attempt.id, sha256);
        try (InputStream in = Files.newInputStream(made.file())) {
            StoredObject object = media.store(key, in, Files.size(made.file()));
            return new Voice(
                    attempt.id, sha256, key, object.size(), made.length().toMillis());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean enter(Voice voice) {
        Instant now = clock.instant();
        List<String> unused;
        try {
            unused = QuarkusTransaction.requiringNew().call(() -> {
                Attempt attempt = access.ownToChange(voice.attempt());
                List<String> spare = voices.deleteUnused(voice.attempt(), now.minus(UNUSED_FOR));
                if (voices.add(voice, now)) {
                    QuotaReached.check(quotas.exceeded(attempt.trainee, QuotaKind.BYTES));
                }
                return spare;
            });
        } catch (Fault refused) {
            forget(voice);
            throw refused;
        }
        unused.stream().filter(key -> !key.equals(voice.key())).forEach(media::delete);
        LOG.infof("Attempt %s: %d ms were spoken of it", voice.attempt(), voice.durationMs());
        return true;
    }

    /** Unless the very same came in from another tab. */
    private void forget(Voice voice) {
        boolean entered = QuarkusTransaction.requiringNew()
                .call(() -> voices.keyOf(voice.attempt(), voice.sha256()).isPresent());
        if (!entered) {
            media.delete(voice.key());
        }
    }

    /**
     * A link that plays it for a while, for its host and the mentors who may see the attempt.
     *
     * @throws AttemptNotFound for everybody else
     */
    public URI link(UUID id, String sha256) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Attempt attempt = access.readable(id);
            if (!access.readsWordsOf(attempt)) {
                throw new AttemptNotFound();
            }
            return voices.keyOf(id, sha256)
                    .map(key -> media.link(key, config.linksValid()))
                    .orElseThrow(SelfReviewRefused::voiceUnknown);
        });
    }
}
