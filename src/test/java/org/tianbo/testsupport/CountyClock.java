package org.tianbo.testsupport;

import io.quarkus.runtime.BlockingOperationControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.tianbo.platform.security.CurrentCounty;

/**
 * A clock that is ahead in one county and right everywhere else, so that no other test's work sees another time.
 * Signing in, sessions and the scheduler of jobs go by the real time in that county too: Keycloak and PostgreSQL know
 * no other.
 */
public final class CountyClock extends Clock {

    private static final List<String> REAL = List.of(
            "org.tianbo.platform.jobs.",
            "org.tianbo.platform.security.",
            "org.tianbo.platform.session.",
            "org.tianbo.platform.signin.");

    private final Clock real;
    private final String county;
    private final CurrentCounty current;
    private final AtomicReference<Duration> ahead;

    public CountyClock(String county, CurrentCounty current) {
        this(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), county, current, new AtomicReference<>());
        ahead.set(Duration.ZERO);
    }

    private CountyClock(Clock real, String county, CurrentCounty current, AtomicReference<Duration> ahead) {
        this.real = real;
        this.county = county;
        this.current = current;
        this.ahead = ahead;
    }

    /** From now on it is that time in the county, and goes on from there. */
    public void moveTo(Instant then) {
        ahead.set(Duration.between(real.instant(), then));
    }

    /** What time it is in the county. */
    public Instant there() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public Instant instant() {
        return isAskedThere() ? there() : real.instant();
    }

    /** Who is signed in may have to be waited for, which an event loop must not. */
    private boolean isAskedThere() {
        return !ahead.get().isZero()
                && BlockingOperationControl.isBlockingAllowed()
                && !isAskedBySignIn()
                && county.equals(current.id());
    }

    private static boolean isAskedBySignIn() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith("org.tianbo.")
                        && !name.startsWith(CountyClock.class.getName())
                        && !name.contains("_ClientProxy"))
                .findFirst()
                .filter(name -> REAL.stream().anyMatch(name::startsWith))
                .isPresent());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new CountyClock(real.withZone(zone), county, current, ahead);
    }
}
