package org.tianbo.practice.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tianbo.practice.recording.Footage.TakeFootage;
import org.tianbo.practice.recording.TakeParts.Part;

/** A take on this machine's disk: the files it consists of, and what they hold. */
record TakeSource(TakeFootage take, List<PartFound> parts) {

    record PartFound(Part part, Found found) {}

    /** What its phone says of its length; zero when the phone does not know. */
    Duration told() {
        return Duration.between(take.startedAt(), take.endedAt());
    }

    /** The size that the whole recording gets when this is the first take with a picture. */
    Optional<Frame> frame() {
        return parts.stream()
                .map(PartFound::found)
                .filter(Found::picture)
                .findFirst()
                .map(found -> Frame.of(found.width(), found.height()));
    }
}
