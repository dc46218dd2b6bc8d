package org.tianbo.family.helping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelperDeviceTest {

    private static final UUID HELPING = UUID.fromString("019b2f00-0000-7000-8000-000000000001");

    @Test
    void aCookieIsReadAsItWasWritten() {
        HelperDevice device = HelperDevice.drawn("fengcheng", HELPING);

        assertThat(HelperDevice.parse(device.cookie())).contains(device);
        assertThat(device.secret()).hasSize(43);
        assertThat(device).asString().doesNotContain(device.secret());
    }

    @Test
    void turningToAnotherTraineeKeepsTheSecret() {
        HelperDevice device = HelperDevice.drawn("fengcheng", HELPING);
        UUID other = UUID.fromString("019b2f00-0000-7000-8000-000000000002");

        assertThat(device.helpingWith(other).digest()).isEqualTo(device.digest());
        assertThat(device.helpingWith(other).helping()).isEqualTo(other);
        assertThat(HelperDevice.drawn("fengcheng", HELPING).digest()).isNotEqualTo(device.digest());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "fengcheng.1.2",
                "*.019b2f00-0000-7000-8000-000000000001.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "fengcheng.019b2f00-0000-7000-8000-00000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "fengcheng.019b2f00-0000-7000-8000-000000000001.AAAA'or'1'='1"
            })
    void whateverIsNoCookieOfOursNamesNobody(String cookie) {
        assertThat(HelperDevice.parse(cookie)).isEmpty();
    }
}
