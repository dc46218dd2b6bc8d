package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111", "000000", "123456", "654321", "121212", "123123", "112233", "147258", "750302", "020475",
                "195603", "201012", "991231", "12345", "1234567", "12345a"
            })
    void whatIsTriedFirstIsNoPin(String pin) {
        assertThat(Pin.allowed(pin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"493827", "704916", "908070", "318264"})
    void whatNobodyGuessesIs(String pin) {
        assertThat(Pin.allowed(pin)).isTrue();
    }

    @Test
    void aWeakDrawIsDrawnAgain() {
        Iterator<Integer> draws = List.of(111_111, 750_302, 7, 493_827).iterator();

        assertThat(Pin.draw(all -> draws.next())).isEqualTo("000007");
    }

    @Test
    void nineOfTenNumbersCanBeDrawn() {
        long allowed = IntStream.range(0, 1_000_000)
                .mapToObj(number -> Integer.toString(1_000_000 + number).substring(1))
                .filter(Pin::allowed)
                .count();

        assertThat(allowed).isBetween(880_000L, 960_000L);
    }
}
