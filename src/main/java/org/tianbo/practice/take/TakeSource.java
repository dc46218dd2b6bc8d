package org.tianbo.practice.take;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tianbo.practice.take.PacketTimes.PlayableStretch;
import org.tianbo.practice.take.RecordingInput.TakeInput;
import org.tianbo.practice.take.TakeParts.Part;

/** A take on this machine's disk: the files it consists of, and what they hold. */
public record TakeSource(TakeInput take, List<PartFound> parts) {

    /** @param whole whether all bytes of the take are here and make sense */
    public record PartFound(Part part, ProbeResult probed, List<PlayableStretch> stretches, boolean whole) {}

    /** What its phone says of its length; zero when the phone does not know. */
    Duration reportedLength() {
        return take.reported();
    }

    /** The files on the disk. */
    public List<Path> files() {
        return parts.stream().map(found -> found.part().file()).toList();
    }

    /** How many that can be played without a break. */
    public int stretchCount() {
        return parts.stream().mapToInt(found -> found.stretches().size()).sum();
    }

    public boolean hasSound() {
        return parts.stream().anyMatch(part -> part.probed().sound());
    }

    /** The size that the whole recording gets when this is the first take with a picture. */
    public Optional<OutputSize> frame() {
        return parts.stream()
                .map(PartFound::probed)
                .filter(ProbeResult::picture)
                .findFirst()
                .map(probed -> OutputSize.of(probed.width(), probed.height()));
    }
}
