package org.tianbo.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses PINs. What is counted is the pair of an address and a login, and the address as a whole:
 * who guesses at somebody's PIN delays nobody but those at the same address, so that no one can keep another locked
 * out. Logins that do not exist are counted alike, so that a refusal tells nothing about them.
 *
 * <p>A try counts from its beginning, or a hundred at the same moment would all be free. Each replica counts by itself.
 */
final class SignInTries {

    /** Six right sign-ins at once are no guessing; the ninth wrong try waits. */
    private static final Limit PAIR = new Limit(8, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(12));

    /** A whole class behind one address mistypes now and then. */
    private static final Limit ADDRESS =
            new Limit(60, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    /** Of each kind; the one not heard of for longest goes first. */
    private static final int MOST_KEPT = 50_000;

    private final Clock clock;
    private final Map<String, Tries> pairs = new Bounded<>();
    private final Map<String, Tries> addresses = new Bounded<>();

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param free tries that cost nothing
     * @param first the wait after them, doubled with each further one
     * @param longest the longest wait
     * @param forgotten after so long without a wrong try all begins anew
     */
    private record Limit(int free, Duration first, Duration longest, Duration forgotten) {

        private Duration after(int tries) {
            int doublings = Math.min(tries - free, 20);
            Duration wait = doublings < 0 ? Duration.ZERO : first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    private record Tries(int count, Instant last) {}

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
    synchronized Optional<Duration> begin(Try one) {
        Instant now = clock.instant();
        Duration wait =
                longer(delay(pairs.get(one.pair()), PAIR, now), delay(addresses.get(one.address()), ADDRESS, now));
        if (wait.compareTo(Duration.ZERO) > 0) {
            return Optional.of(wait);
        }
        pairs.merge(one.pair(), new Tries(1, now), (known, first) -> more(known, PAIR, now));
        addresses.merge(one.address(), new Tries(1, now), (known, first) -> more(known, ADDRESS, now));
        return Optional.empty();
    }

    /** The right PIN: the pair begins anew. The address keeps its other wrong tries. */
    synchronized void right(Try one) {
        pairs.remove(one.pair());
        takeBack(addresses, one.address());
    }

    /** Neither right nor wrong: the page had run out, or Keycloak did not answer. */
    synchronized void undecided(Try one) {
        takeBack(pairs, one.pair());
        takeBack(addresses, one.address());
    }

    private static void takeBack(Map<String, Tries> all, String key) {
        all.computeIfPresent(
                key, (same, known) -> known.count() > 1 ? new Tries(known.count() - 1, known.last()) : null);
    }

    private static Tries more(Tries known, Limit limit, Instant now) {
        return new Tries(forgotten(known, limit, now) ? 1 : known.count() + 1, now);
    }

    private static Duration delay(Tries known, Limit limit, Instant now) {
        if (known == null || forgotten(known, limit, now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, known.last().plus(limit.after(known.count())));
    }

    private static boolean forgotten(Tries known, Limit limit, Instant now) {
        return known.last().plus(limit.forgotten()).isBefore(now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Whoever floods us with names must not fill the memory. */
    private static final class Bounded<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
