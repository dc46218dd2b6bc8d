package org.tianbo.platform.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down whoever guesses PINs. What is counted is the pair of an address and a login, and the address as a whole:
 * whoever guesses somebody's PIN delays only people at the same address, so that nobody can lock out somebody else.
 * Logins that do not exist are counted alike, so that a refusal tells nothing about them.
 *
 * <p>A try counts from its beginning, or a hundred at the same moment, spread over all replicas, would all be free. One
 * whose replica dies stays counted.
 */
final class SignInTries {

    /** Six right sign-ins at once are no guessing; the ninth wrong try waits. */
    private static final Limit PAIR = new Limit(8, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(12));

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    /**
     * Three pictures of 24 are 13,824, so wrong tries count from wherever they come. After ten, all wait, which is over
     * by itself: a prank locks nobody out for longer than a day. After thirty in a row, which takes over two weeks, the
     * card is locked until there is a new one: one in 460 has guessed its pictures by then.
     */
    private static final Limit PICTURES = new Limit(10, Duration.ofHours(1), Duration.ofHours(24), FOR_GOOD, 30);

    /** A whole class behind one address mistypes now and then. */
    private static final Limit ADDRESS =
            new Limit(60, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    private final WrongTries counted;
    private final Clock clock;

    SignInTries(WrongTries counted, Clock clock) {
        this.counted = counted;
        this.clock = clock;
    }

    /**
     * @param free tries that cost nothing
     * @param first the wait after them, doubled with each further one
     * @param longest the longest wait
     * @param remembered after so long without a wrong try all begins anew
     * @param most after so many it is over for good
     */
    private record Limit(int free, Duration first, Duration longest, Duration remembered, int most) {

        Limit(int free, Duration first, Duration longest, Duration remembered) {
            this(free, first, longest, remembered, Integer.MAX_VALUE);
        }

        private Duration after(int tries) {
            if (tries >= most) {
                return FOR_GOOD;
            }
            int doublings = Math.min(tries - free, 20);
            Duration wait = doublings < 0 ? Duration.ZERO : first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /**
     * One try.
     *
     * @param address the network it came from, as {@code ClientAddress} of {@code platform.web} names it
     * @param form whether it came by the sign-in page; else by a program that asks for a token
     * @param pictures whether what was tried is three pictures
     */
    record Try(String address, String login, boolean form, boolean pictures) {

        Try(String address, String login, boolean form) {
            this(address, login, form, false);
        }

        private Limit limit() {
            return pictures ? PICTURES : PAIR;
        }

        private WrongTries.Key pair() {
            return pictures ? ofPictures(login) : ofPair(address, login);
        }

        private WrongTries.Key whole() {
            return new WrongTries.Key(address, ADDRESS.remembered());
        }
    }

    private static WrongTries.Key ofPair(String address, String login) {
        return new WrongTries.Key(address + ' ' + login, PAIR.remembered());
    }

    /** Under which wrong tries on the pictures of a card are counted. */
    static WrongTries.Key ofPictures(String login) {
        return new WrongTries.Key("pictures " + login, PICTURES.remembered());
    }

    /** Whether a wait is that of a card which opens no more. */
    static boolean isLock(Try one, Duration wait) {
        return one.pictures() && wait.compareTo(PICTURES.longest()) > 0;
    }

    /** Counts the try unless it comes too soon; then it says for how long to wait. */
    Optional<Duration> begin(Try one) {
        Instant now = clock.instant();
        Duration wait = counted.begin(
                one.pair(),
                one.whole(),
                before -> longer(delay(before.pair(), one.limit(), now), delay(before.address(), ADDRESS, now)),
                now);
        return Optional.of(wait).filter(SignInTries::isPositive);
    }

    void wrong(Try one) {
        Instant now = clock.instant();
        counted.wrong(one.pair(), now);
        counted.wrong(one.whole(), now);
    }

    /** The right PIN: the pair begins anew. The address keeps its other wrong tries. */
    void right(Try one) {
        counted.forget(one.pair());
        counted.takeBack(one.whole());
    }

    /** Whoever is signed in begins anew, with whatever they were tried. */
    void passed(String address, String login) {
        counted.forget(ofPictures(login));
        counted.forget(ofPair(address, login));
    }

    /** Neither right nor wrong as far as is known: the page had expired, or it led on, or Keycloak did not answer. */
    void undecided(Try one) {
        counted.takeBack(one.pair());
        counted.takeBack(one.whole());
    }

    private static Duration delay(Optional<WrongTries.Count> before, Limit limit, Instant now) {
        Duration wait = limit.after(before.map(WrongTries.Count::tries).orElse(0));
        // Whoever begins at the same moment may have read the clock a little later.
        return wait.isZero()
                ? Duration.ZERO
                : Duration.between(now, before.orElseThrow().last().plus(wait));
    }

    static boolean isPositive(Duration wait) {
        return wait.compareTo(Duration.ZERO) > 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
