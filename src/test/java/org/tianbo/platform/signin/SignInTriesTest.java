package org.tianbo.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.signin.SignInTries.Try;

class SignInTriesTest {

    private static final Try GUESS = new Try("203.0.113.7", "k7m3xq", true);

    private final Hand clock = new Hand();
    private final WrongTries shared = new InMemory();
    private final SignInTries tries = new SignInTries(shared, clock);

    @Test
    void wrongTriesOfOneAddressAtOneLoginWaitTwiceAsLongEachTime() {
        wrong(GUESS, 8);

        assertThat(tries.begin(GUESS)).contains(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        wrong(GUESS, 1);
        assertThat(tries.begin(GUESS)).contains(Duration.ofSeconds(60));
        clock.pass(Duration.ofSeconds(59));
        assertThat(tries.begin(GUESS)).contains(Duration.ofSeconds(1));
    }

    @Test
    void whoGuessesADayLongHasFewerThanFortyTriesAndTheOwnerElsewhereNeverWaits() {
        int guessed = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            while (tries.begin(GUESS).isEmpty()) {
                tries.wrong(GUESS);
                guessed++;
            }
            Try owner = new Try("198.51.100.4", GUESS.login(), true);
            assertThat(tries.begin(owner)).isEmpty();
            tries.right(owner);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(guessed).isBetween(8, 40);
    }

    @Test
    void threePicturesThatWereWrongTenTimesFromWhereverWaitForEverybodyAndTheWaitEndsByItself() {
        Try owner = new Try("198.51.100.4", "k7m3xq", true, true);
        for (int address = 1; address <= 10; address++) {
            wrong(new Try("203.0.113." + address, "k7m3xq", true, true), 1);
        }

        assertThat(tries.begin(owner)).contains(Duration.ofHours(1));
        assertThat(SignInTries.isLock(owner, Duration.ofHours(24))).isFalse();
        clock.pass(Duration.ofHours(1));
        wrong(new Try("203.0.113.11", "k7m3xq", true, true), 1);
        assertThat(tries.begin(owner)).contains(Duration.ofHours(2));
        clock.pass(Duration.ofHours(2));
        assertThat(tries.begin(owner)).isEmpty();
        tries.right(owner);
        wrong(owner, 9);
        assertThat(tries.begin(owner)).as("counted anew").isEmpty();
    }

    @Test
    void threePicturesThatWereWrongThirtyTimesOpenNoMoreUntilThereIsANewCard() {
        Try owner = new Try("198.51.100.4", "k7m3xq", true, true);
        Instant begun = clock.instant();
        int guessed = 0;
        Optional<Duration> wait = Optional.empty();
        while (wait.filter(one -> SignInTries.isLock(owner, one)).isEmpty()) {
            clock.pass(wait.orElse(Duration.ZERO));
            Try guess = new Try("203.0.113." + guessed, "k7m3xq", true, true);
            wait = tries.begin(guess);
            if (wait.isEmpty()) {
                tries.wrong(guess);
                guessed++;
            }
        }

        assertThat(guessed).isEqualTo(30);
        assertThat(Duration.between(begun, clock.instant())).isGreaterThan(Duration.ofDays(14));
        clock.pass(Duration.ofDays(30));
        assertThat(tries.begin(owner)).isPresent();
        assertThat(tries.begin(new Try("198.51.100.4", "k7m3xq", true)))
                .as("six digits")
                .isEmpty();

        new PictureLocks(shared).open("k7m3xq");

        assertThat(tries.begin(owner)).isEmpty();
    }

    @Test
    void rightPicturesForgetTheWrongOnes() {
        Try owner = new Try("198.51.100.4", "k7m3xq", true, true);
        for (int day = 0; day < 5; day++) {
            wrong(owner, 9);
            assertThat(tries.begin(owner)).isEmpty();
            tries.right(owner);
            clock.pass(Duration.ofDays(1));
        }
    }

    @Test
    void aHundredTriesAtTheSameMomentAreNotFree() {
        long passed = IntStream.range(0, 100)
                .filter(one -> tries.begin(GUESS).isEmpty())
                .count();

        assertThat(passed).isEqualTo(8);
    }

    @Test
    void aTryThatReadTheClockBeforeAnotherOneIsNotMadeToWait() {
        assertThat(tries.begin(GUESS)).isEmpty();
        clock.pass(Duration.ofMillis(-10));

        assertThat(tries.begin(GUESS)).isEmpty();
    }

    @Test
    void sixRightSignInsAtTheSameMomentAreNoGuessing() {
        for (int round = 0; round < 20; round++) {
            for (int one = 0; one < 6; one++) {
                assertThat(tries.begin(GUESS)).isEmpty();
            }
            for (int one = 0; one < 6; one++) {
                tries.right(GUESS);
            }
        }
    }

    @Test
    void anAddressThatTriesOneLoginAfterAnotherIsSlowedDownWhetherTheyExistOrNot() {
        for (int login = 0; login < 60; login++) {
            wrong(new Try(GUESS.address(), "login" + login, true), 1);
        }

        assertThat(tries.begin(new Try(GUESS.address(), "another", true))).contains(Duration.ofSeconds(10));
        assertThat(tries.begin(new Try("198.51.100.4", "another", true))).isEmpty();
    }

    @Test
    void whatKeycloakDidNotAnswerDoesNotCount() {
        for (int one = 0; one < 50; one++) {
            assertThat(tries.begin(GUESS)).isEmpty();
            tries.undecided(GUESS);
        }
    }

    @Test
    void whatKeycloakDidNotDecideBeginsNoWaitAnew() {
        Try owner = new Try("198.51.100.4", "k7m3xq", true, true);
        wrong(owner, 10);
        for (int time = 0; time < 3; time++) {
            clock.pass(Duration.ofHours(1));
            assertThat(tries.begin(owner)).isEmpty();
            tries.undecided(owner);
        }
        wrong(owner, 1);
        assertThat(tries.begin(owner)).contains(Duration.ofHours(2));
    }

    @Test
    void whatIsWrongOnOneReplicaIsCountedOnEach() {
        SignInTries other = new SignInTries(shared, clock);
        wrong(GUESS, 4);
        for (int time = 0; time < 4; time++) {
            assertThat(other.begin(GUESS)).isEmpty();
            other.wrong(GUESS);
        }

        assertThat(tries.begin(GUESS)).contains(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(other.begin(GUESS)).isEmpty();
        other.right(GUESS);
        wrong(GUESS, 8);
    }

    @Test
    void aTryWhoseReplicaDiedStaysCounted() {
        for (int time = 0; time < 8; time++) {
            assertThat(new SignInTries(shared, clock).begin(GUESS)).isEmpty();
        }

        assertThat(tries.begin(GUESS)).contains(Duration.ofSeconds(30));
    }

    @Test
    void theRightPinEndsTheWaitingAndHalfADayForgets() {
        wrong(GUESS, 8);
        clock.pass(Duration.ofSeconds(30));
        assertThat(tries.begin(GUESS)).isEmpty();
        tries.right(GUESS);
        wrong(GUESS, 8);
        assertThat(tries.begin(GUESS)).isPresent();

        clock.pass(Duration.ofHours(13));
        wrong(GUESS, 8);
    }

    private void wrong(Try one, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(tries.begin(one)).isEmpty();
            tries.wrong(one);
        }
    }

    /** As the table does it. */
    private static final class InMemory implements WrongTries {

        private record Kept(Count count, Instant end, Instant before) {}

        private final Map<String, Kept> stored = new HashMap<>();

        @Override
        public Duration begin(Key pair, Key address, Function<Counts, Duration> wait, Instant now) {
            Duration due = wait.apply(new Counts(of(pair, now), of(address, now)));
            if (!SignInTries.isPositive(due)) {
                add(pair, 1, now);
                add(address, 1, now);
            }
            return due;
        }

        private Optional<Count> of(Key key, Instant now) {
            return Optional.ofNullable(stored.get(key.name()))
                    .filter(one -> !one.end().isBefore(now))
                    .map(Kept::count)
                    .filter(count -> count.tries() > 0);
        }

        private void add(Key key, int tries, Instant now) {
            Optional<Count> before = of(key, now);
            stored.put(
                    key.name(),
                    new Kept(
                            new Count(before.map(Count::tries).orElse(0) + tries, now),
                            now.plus(key.remembered()),
                            tries > 0 ? before.map(Count::last).orElse(now) : now));
        }

        @Override
        public void wrong(Key key, Instant now) {
            add(key, stored.containsKey(key.name()) ? 0 : 1, now);
        }

        @Override
        public void takeBack(Key key) {
            stored.computeIfPresent(
                    key.name(),
                    (same, one) -> new Kept(
                            new Count(Math.max(0, one.count().tries() - 1), one.before()),
                            one.before().plus(key.remembered()),
                            one.before()));
        }

        @Override
        public void forget(Key key) {
            stored.remove(key.name());
        }
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-26T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
