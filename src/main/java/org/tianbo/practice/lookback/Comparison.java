package org.tianbo.practice.lookback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.lookback.AttemptView.Playable;

/**
 * An attempt beside an earlier one of the same trainee.
 *
 * @param then empty where there is none
 * @param earlier those that can be chosen, the latest first
 */
public record Comparison(Side now, Optional<Side> then, List<Earlier> earlier) {

    /**
     * @param runOfShow version of the run of show that was followed
     * @param steps where on the recording each step of it was reached, in milliseconds, by its id and in the order in
     *     which it was done
     */
    public record Side(
            UUID id,
            String title,
            String format,
            Optional<String> runOfShow,
            Instant createdAt,
            Playable recording,
            Map<String, Long> steps) {

        public String when() {
            return DateTexts.minute(createdAt);
        }

        /** Its own page. */
        public String page() {
            return "/practice/" + id;
        }
    }

    public record Earlier(UUID id, String title, Instant createdAt) {

        public String when() {
            return DateTexts.minute(createdAt);
        }
    }
}
