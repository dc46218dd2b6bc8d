package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;

/** What a host does with own attempts afterwards. Each of it may be done twice, which is the same as once. */
@ApplicationScoped
public class OwnAttempts {

    private final AttemptAccess access;
    private final SelfReviewRepository selfReviews;
    private final VoiceRepository voices;
    private final Clock clock;

    OwnAttempts(AttemptAccess access, SelfReviewRepository selfReviews, VoiceRepository voices, Clock clock) {
        this.access = access;
        this.selfReviews = selfReviews;
        this.voices = voices;
        this.clock = clock;
    }

    /**
     * Merges what a host says of an own attempt, at any time: a phone without a network may tell of it after the
     * review.
     *
     * @return what holds now
     * @throws Refused when it refers to a voice that was not sent
     */
    @Transactional
    public SelfReviewReport review(UUID id, SelfReviewReport report) {
        access.ownToChange(id);
        voices.requireSent(id, report);
        selfReviews.merge(id, report, clock.instant());
        return selfReviews.of(id);
    }

    /** Hides it from its trainee's list; it is neither deleted nor kept from a mentor. */
    @Transactional
    public void hide(UUID id) {
        Attempt attempt = access.ownToChange(id);
        attempt.hiddenAt = attempt.hiddenAt == null ? clock.instant() : attempt.hiddenAt;
    }

    @Transactional
    public void showAgain(UUID id) {
        access.ownToChange(id).hiddenAt = null;
    }
}
