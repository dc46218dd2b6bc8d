package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardLoginTest {

    @Test
    void aLoginHasNoLettersThatLookAlike() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(CardLogin.draw(random)).matches("[a-hjkmnp-z][2-9a-hjkmnp-z]{5}");
        }
    }

    /** Whatever chance gives for each of the places, digits before all. */
    @ParameterizedTest
    @MethodSource("everyConstantChance")
    void aLoginNeverLooksLikeAPin(RandomGenerator chance) {
        String login = CardLogin.draw(chance);

        assertThat(login).hasSize(6).doesNotMatch("\\p{Nd}{6}").matches("[a-z].*");
        assertThat(CardLogin.looksLikePin(login)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"234567, true", "000000, true", "23456a, false", "a23456, false", "k7m3xq, false"})
    void anOlderLoginOfDigitsIsRecognised(String login, boolean like) {
        assertThat(CardLogin.looksLikePin(login)).isEqualTo(like);
    }

    /** One generator for every character that can be drawn: each draws that one in every place. */
    static Stream<RandomGenerator> everyConstantChance() {
        return LongStream.range(0, 64).mapToObj(step -> (RandomGenerator) () -> step << 58);
    }
}
