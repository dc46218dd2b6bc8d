package org.tianbo.practice.push;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.tianbo.media.Container;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptClosed;
import org.tianbo.practice.attempt.AttemptNotFound;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.push.PushKeys.Named;
import org.tianbo.practice.push.PushKeys.Target;
import org.tianbo.practice.push.PushRepository.Push;
import org.tianbo.practice.push.PushRepository.PushedTake;
import org.tianbo.practice.push.PushRepository.Sending;
import org.tianbo.practice.upload.ChunkRepository.Place;
import org.tianbo.practice.upload.SendingRight;
import org.tianbo.practice.upload.Uploads;

/**
 * What a media server hands on. It asks with the key whether somebody may push, is told a name of this push's own, and
 * puts its segments under that name: they are chunks of one take as long as none is missing, and a new take begins
 * after a gap, a restart or another push. The key is the permission; nobody is signed in.
 */
@ApplicationScoped
public class Pushes {

    /** Larger than any of the few kilobytes that a movie begins with. */
    public static final long LARGEST_INIT = 64 * 1024;

    private static final String TYPE = "video/mp4";

    private static final Duration SEGMENT = Duration.ofSeconds(2);

    /** The last line of a playlist to which nothing will be added (RFC 8216). */
    private static final String LAST_LINE = "#EXT-X-ENDLIST";

    private static final Logger LOG = Logger.getLogger(Pushes.class);

    private final PushKeys keys;
    private final PushRepository pushes;
    private final AttemptRepository attempts;
    private final Uploads uploads;
    private final CurrentCounty county;
    private final PracticeConfig config;
    private final Clock clock;

    Pushes(
            PushKeys keys,
            PushRepository pushes,
            AttemptRepository attempts,
            Uploads uploads,
            CurrentCounty county,
            PracticeConfig config,
            Clock clock) {
        this.keys = keys;
        this.pushes = pushes;
        this.attempts = attempts;
        this.uploads = uploads;
        this.county = county;
        this.config = config;
        this.clock = clock;
    }

    /** Whether a media server stands ready for this installation. */
    public boolean isOffered() {
        return config.pushAddress().isPresent();
    }

    /**
     * Somebody began to push with this key.
     *
     * @return the name under which this push is handed on
     */
    public String admit(String key) {
        Target target = target(key);
        return in(target, () -> {
            Attempt attempt = open(target.attempt());
            requireNoPhone(attempt);
            Instant now = clock.instant();
            Optional<Push> before = pushes.latest(attempt.id);
            if (before.filter(push -> push.isUnderWay(now)).isPresent()) {
                throw PushRefused.busy();
            }
            int number = before.map(Push::number).orElse(0) + 1;
            pushes.begin(attempt.id, number, now);
            LOG.infof("Attempt %s: push %d began", attempt.id, number);
            return key + "." + number;
        });
    }

    /** What the takes of this push begin with; a media server that starts again sends it again. */
    public void begin(String name, InputStream bytes) {
        Named named = named(name);
        byte[] init = read(bytes, LARGEST_INIT);
        if (Container.of(Arrays.copyOf(init, Container.HEAD))
                .filter(one -> one == Container.MP4)
                .isEmpty()) {
            throw PushRefused.noMovie();
        }
        in(named.target(), () -> {
            current(named);
            pushes.init(named.target().attempt(), named.push(), init, clock.instant());
            return null;
        });
    }

    /** Keeps a segment. @return whether it is new; false for one that is here already */
    public boolean receive(String name, int segment, InputStream bytes) {
        Named named = named(name);
        byte[] movie = read(bytes, Uploads.LARGEST_CHUNK);
        UUID attempt = named.target().attempt();
        Optional<Sending> there = in(named.target(), () -> sending(named, segment));
        if (there.isEmpty()) {
            return false;
        }
        Sending sending = there.get();
        county.run(named.target().county(), () -> {
            if (segment == sending.first()) {
                byte[] init = QuarkusTransaction.requiringNew()
                        .call(() -> pushes.latest(attempt).flatMap(Push::init).orElseThrow(PushRefused::noMovie));
                upload(new Place(attempt, sending.take(), 0), init);
            }
            upload(new Place(attempt, sending.take(), segment - sending.first() + 1), movie);
        });
        in(named.target(), () -> {
            pushes.received(attempt, named.push(), sending.take(), segment, clock.instant());
            return null;
        });
        return true;
    }

    /** The media server's list of segments; it says when there will be no more. */
    public void list(String name, InputStream bytes) {
        Named named = named(name);
        if (new String(read(bytes, LARGEST_INIT), StandardCharsets.UTF_8).contains(LAST_LINE)) {
            in(named.target(), () -> {
                pushes.end(named.target().attempt(), named.push());
                return null;
            });
            LOG.infof("Attempt %s: push %d ended", named.target().attempt(), named.push());
        }
    }

    private Target target(String key) {
        if (!isOffered()) {
            throw PushRefused.unknownKey();
        }
        return keys.target(key);
    }

    private Named named(String name) {
        if (!isOffered()) {
            throw PushRefused.unknownKey();
        }
        return keys.named(name);
    }

    private <T> T in(Target target, Supplier<T> work) {
        return county.as(
                target.county(), () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private Attempt open(UUID id) {
        Attempt attempt = attempts.toChange(id).orElseThrow(PushRefused::unknownKey);
        if (!attempt.isOpen()) {
            throw new AttemptClosed();
        }
        return attempt;
    }

    /** What a phone recorded is finished by that phone, which knows nothing of pushes. */
    private static void requireNoPhone(Attempt attempt) {
        if (attempt.state != AttemptState.PLANNED && !Recorder.PUSH.equals(attempt.recorder)) {
            throw PushRefused.recordedByPhone();
        }
    }

    /** One that ended is still the current one: its last segment may come after the list that ends it. */
    private Push current(Named named) {
        requireNoPhone(open(named.target().attempt()));
        return pushes.latest(named.target().attempt())
                .filter(push -> push.number() == named.push())
                .orElseThrow(PushRefused::over);
    }

    /** To which take this segment belongs; empty when it is here already. */
    private Optional<Sending> sending(Named named, int segment) {
        Push push = current(named);
        if (push.init().isEmpty()) {
            throw PushRefused.noMovie();
        }
        Optional<Sending> now = push.sending().filter(one -> segment <= one.next());
        if (now.isPresent()) {
            return now.filter(one -> segment == one.next());
        }
        UUID attempt = named.target().attempt();
        List<PushedTake> before = pushes.takesOf(attempt);
        int take = before.isEmpty() ? 1 : before.get(before.size() - 1).take() + 1;
        Sending next = new Sending(take, segment, segment);
        pushes.beginTake(attempt, push.number(), next, clock.instant().minus(SEGMENT));
        return Optional.of(next);
    }

    private void upload(Place place, byte[] bytes) {
        SendingRight ofTheKey = new SendingRight(
                place.attempt(),
                Recorder.PUSH,
                id -> attempts.byId(id).orElseThrow(AttemptNotFound::new),
                id -> attempts.toChange(id).orElseThrow(AttemptNotFound::new));
        uploads.receive(ofTheKey, place, TYPE, Sha256.hex(bytes), new ByteArrayInputStream(bytes));
    }

    private static byte[] read(InputStream bytes, long most) {
        try {
            return bytes.readNBytes((int) most + 1);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
