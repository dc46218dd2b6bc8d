package org.tianbo.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down whoever guesses PINs. What is counted is the pair of an address and a login, and the address as a whole:
 * who guesses at somebody's PIN delays nobody but those at the same address, so that no one can keep another locked
 * out. Logins that do not exist are counted alike, so that a refusal tells nothing about them.
 *
 * <p>A try counts from its beginning, or a hundred at the same moment would all be free: those still running here are
 * added to the wrong ones, which all replicas count together.
 */
final class SignInTries {

    /** Six right sign-ins at once are no guessing; the ninth wrong try waits. */
    private static final Limit PAIR = new Limit(8, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(12));

    /** A whole class behind one address mistypes now and then. */
    private static final Limit ADDRESS =
            new Limit(60, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    private final WrongTries wrong;
    private final Clock clock;

    /** Begun on this replica and not decided: as many as there are requests under way. */
    private final Map<String, WrongTries.Count> running = new HashMap<>();

    SignInTries(WrongTries wrong, Clock clock) {
        this.wrong = wrong;
        this.clock = clock;
    }

    /**
     * @param free tries that cost nothing
     * @param first the wait after them, doubled with each further one
     * @param longest the longest wait
     * @param remembered after so long without a wrong try all begins anew
     */
    private record Limit(int free, Duration first, Duration longest, Duration remembered) {

        private Duration after(int tries) {
            int doublings = Math.min(tries - free, 20);
            Duration wait = doublings < 0 ? Duration.ZERO : first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /**
     * One try.
     *
     * @param form whether it came by the sign-in page; else by a program that asks for a token
     */
    record Try(String address, String login, boolean form) {

        private String pair() {
            return address + ' ' + login;
        }
    }

    /** Counts the try unless it comes too soon; then it says for how long to wait. */
    Optional<Duration> begin(Try one) {
        Instant now = clock.instant();
        WrongTries.Counts counts = wrong.of(one.pair(), one.address(), now);
        synchronized (this) {
            Duration wait = longer(
                    delay(counts.pair(), running.get(one.pair()), PAIR, now),
                    delay(counts.address(), running.get(one.address()), ADDRESS, now));
            if (wait.compareTo(Duration.ZERO) > 0) {
                return Optional.of(wait);
            }
            begun(one.pair(), now);
            begun(one.address(), now);
            return Optional.empty();
        }
    }

    void wrong(Try one) {
        Instant now = clock.instant();
        wrong.add(one.pair(), PAIR.remembered(), now);
        wrong.add(one.address(), ADDRESS.remembered(), now);
        ended(one);
    }

    /** The right PIN: the pair begins anew. The address keeps its other wrong tries. */
    void right(Try one) {
        wrong.forget(one.pair());
        ended(one);
    }

    /** Neither right nor wrong: the page had run out, or Keycloak did not answer. */
    void undecided(Try one) {
        ended(one);
    }

    private void begun(String name, Instant now) {
        running.merge(
                name, new WrongTries.Count(1, now), (known, first) -> new WrongTries.Count(known.tries() + 1, now));
    }

    private synchronized void ended(Try one) {
        ended(one.pair());
        ended(one.address());
    }

    private void ended(String name) {
        running.computeIfPresent(
                name,
                (same, known) -> known.tries() > 1 ? new WrongTries.Count(known.tries() - 1, known.last()) : null);
    }

    private static Duration delay(
            Optional<WrongTries.Count> wrong, WrongTries.Count running, Limit limit, Instant now) {
        int tries = wrong.map(WrongTries.Count::tries).orElse(0) + (running == null ? 0 : running.tries());
        Duration wait = limit.after(tries);
        if (wait.isZero()) {
            // Whoever begins at the same moment may have read the clock a little later.
            return Duration.ZERO;
        }
        Instant last = Stream.concat(wrong.stream(), Stream.ofNullable(running))
                .map(WrongTries.Count::last)
                .max(Instant::compareTo)
                .orElse(now);
        return Duration.between(now, last.plus(wait));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
