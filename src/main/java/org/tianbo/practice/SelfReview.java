package org.tianbo.practice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.platform.time.DateTexts;

/** What a host writes or speaks of an own attempt after looking at it: one thing to keep, and one to change. */
public record SelfReview(Optional<Point> kept, Optional<Point> change) {

    public boolean isWritten() {
        return kept.isPresent() || change.isPresent();
    }

    /** When the host last wrote in it; empty where nothing is written. */
    public String editedAt() {
        return Stream.of(kept, change)
                .flatMap(Optional::stream)
                .map(Point::editedAt)
                .max(Instant::compareTo)
                .map(DateTexts::minute)
                .orElse("");
    }

    /**
     * @param words empty where it was spoken only
     * @param voice where it is heard; empty where it was written only
     * @param atMs which place of the recording it is about; empty where none was named
     * @param editedAt by the phone's clock
     */
    public record Point(String words, Optional<URI> voice, Optional<Long> atMs, Instant editedAt) {

        /** The place as people read it, 1:07; empty where none was named. */
        public String at() {
            return atMs.map(ms -> DateTexts.clock(Duration.ofMillis(ms))).orElse("");
        }
    }
}
