package org.tianbo.certification.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialTest {

    private static final SecureRandom LOT = new SecureRandom();

    @Test
    void countyAndYearCanBeReadOffIt() {
        Serial serial = Serial.draw("fengcheng", 2026, LOT);

        assertThat(serial.toString()).matches("FENGCHENG-2026-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
        assertThat(serial.county()).isEqualTo("fengcheng");
    }

    @Test
    void whatWasDrawnIsUnderstoodAgainHoweverItIsTyped() {
        Serial serial = Serial.draw("feng-cheng2", 2026, LOT);

        assertThat(Serial.parse("  " + serial.toString().toLowerCase() + " ")).hasValueSatisfying(parsed -> {
            assertThat(parsed).hasToString(serial.toString());
            assertThat(parsed.county()).isEqualTo("feng-cheng2");
        });
    }

    @Test
    void oneWrongCharacterIsNoticed() {
        String serial = Serial.draw("fengcheng", 2026, LOT).toString();

        IntStream.range(0, serial.length()).filter(i -> serial.charAt(i) != '-').forEach(i -> {
            char other = serial.charAt(i) == '7' ? '8' : '7';
            String slip = serial.substring(0, i) + other + serial.substring(i + 1);
            assertThat(Serial.parse(slip)).as(slip).isEmpty();
        });
    }

    @Test
    void whatIsNoSerialIsNone() {
        assertThat(Serial.parse("")).isEmpty();
        assertThat(Serial.parse("FENGCHENG-2026-0001")).isEmpty();
        assertThat(Serial.parse("../certificates")).isEmpty();
    }
}
