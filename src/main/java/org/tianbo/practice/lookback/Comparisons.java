package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptNotFound;
import org.tianbo.practice.attempt.AttemptRepository;

/** Then and now: two attempts of one trainee side by side, for the trainee and the mentors. */
@ApplicationScoped
public class Comparisons {

    private final AttemptAccess access;
    private final AttemptRepository attempts;
    private final AttemptViews views;

    Comparisons(AttemptAccess access, AttemptRepository attempts, AttemptViews views) {
        this.access = access;
        this.attempts = attempts;
        this.views = views;
    }

    /**
     * @param wished the earlier one; else the latest of the same format, else the latest
     * @throws AttemptNotFound for one that the reader may not see, has no recording, or is not earlier
     */
    @Transactional
    public Comparison of(UUID id, Optional<UUID> wished) {
        Attempt now = access.readable(id);
        if (now.recording == null) {
            throw new AttemptNotFound();
        }
        List<Attempt> earlier = attempts.recordedBefore(now).stream()
                .filter(access::mayReadBeside)
                .toList();
        Optional<Attempt> then = wished.isPresent()
                ? Optional.of(named(wished.get(), earlier))
                : earlier.stream()
                        .filter(one -> one.format.equals(now.format))
                        .findFirst()
                        .or(() -> earlier.stream().findFirst());
        return new Comparison(
                side(now),
                then.map(this::side),
                earlier.stream()
                        .map(one -> new Comparison.Earlier(one.id, one.title, one.createdAt))
                        .toList());
    }

    private static Attempt named(UUID id, List<Attempt> earlier) {
        return earlier.stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow(AttemptNotFound::new);
    }

    private Comparison.Side side(Attempt attempt) {
        return new Comparison.Side(
                attempt.id,
                attempt.title,
                attempt.format,
                Optional.ofNullable(attempt.runOfShow),
                attempt.createdAt,
                views.playable(attempt),
                steps(attempt.recording.marks()));
    }

    /** Of a step that was come to twice, the first time. */
    static Map<String, Long> steps(List<RecordingMarker> markers) {
        Map<String, Long> steps = new LinkedHashMap<>();
        markers.stream()
                .filter(RecordingMarker::isStep)
                .forEach(marker -> steps.putIfAbsent(marker.ref(), marker.atMs()));
        return steps;
    }
}
