package org.tianbo.practice.push;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.push.PushRepository.Push;
import org.tianbo.practice.push.PushRepository.PushedTake;
import org.tianbo.practice.upload.ChunkRepository;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.Finish;
import org.tianbo.practice.upload.Uploads;

/** What a host who pushes is shown, and ends. */
@ApplicationScoped
public class OwnPushes {

    private final PushKeys keys;
    private final PushRepository pushes;
    private final AttemptAccess access;
    private final ChunkRepository chunks;
    private final Uploads uploads;
    private final PracticeConfig config;
    private final Clock clock;

    OwnPushes(
            PushKeys keys,
            PushRepository pushes,
            AttemptAccess access,
            ChunkRepository chunks,
            Uploads uploads,
            PracticeConfig config,
            Clock clock) {
        this.keys = keys;
        this.pushes = pushes;
        this.access = access;
        this.chunks = chunks;
        this.uploads = uploads;
        this.config = config;
        this.clock = clock;
    }

    /** For whoever may send to it. @throws Refused where no media server is offered */
    public PushView view(UUID id) {
        String address = config.pushAddress().orElseThrow(PushRefused::unknownKey);
        return QuarkusTransaction.requiringNew().call(() -> {
            Attempt attempt = access.sendable(id);
            List<PushedTake> takes = pushes.takesOf(id);
            return new PushView(
                    id,
                    attempt.title,
                    address,
                    keys.key(attempt.county, id),
                    attempt.isOpen(),
                    state(pushes.latest(id), clock.instant()),
                    takes.stream()
                            .map(take -> Duration.between(take.startedAt(), take.endedAt()))
                            .reduce(Duration.ZERO, Duration::plus),
                    takes.isEmpty()
                            ? 0
                            : chunks.chunksOf(id).stream()
                                    .mapToLong(Chunk::size)
                                    .sum());
        });
    }

    /** Its host has ended the rehearsal: all that was pushed becomes one recording. */
    public void finish(UUID id) {
        List<Finish.TakeEnd> takes = QuarkusTransaction.requiringNew().call(() -> {
            access.sendable(id);
            Map<Integer, Long> counts =
                    chunks.chunksOf(id).stream().collect(Collectors.groupingBy(Chunk::take, Collectors.counting()));
            return pushes.takesOf(id).stream()
                    .filter(take -> counts.containsKey(take.take()))
                    .map(take -> new Finish.TakeEnd(
                            take.take(), counts.get(take.take()).intValue(), take.startedAt(), take.endedAt()))
                    .toList();
        });
        if (takes.isEmpty()) {
            throw PushRefused.nothingCame();
        }
        uploads.finish(id, new Finish(takes, List.of(), Finish.MONOTONIC, null, null));
    }

    private static PushView.State state(Optional<Push> latest, Instant now) {
        if (latest.isEmpty()) {
            return PushView.State.NONE;
        }
        Push push = latest.get();
        if (push.sending().isPresent()) {
            return push.isUnderWay(now) ? PushView.State.COMING : PushView.State.ENDED;
        }
        return push.isUnderWay(now) ? PushView.State.CONNECTED : PushView.State.UNREADABLE;
    }
}
