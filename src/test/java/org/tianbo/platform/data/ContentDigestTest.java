package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Refused;

class ContentDigestTest {

    /** SHA-256 of {@code hello}. */
    private static final String B64 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

    private static final String HEX = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:" + B64 + ":",
                " sha-256=:" + B64 + ": ",
                "sha-512=:AAAA:, sha-256=:" + B64 + ":",
                "sha-256=:" + B64 + ":,\tunixsum=:AAAA:",
                "sha-256=:" + B64 + ":;a=1; b",
                "sha-256=:AAAA" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:, sha-256=:" + B64 + ":",
            })
    void sha256IsFoundAmongOtherAlgorithms(String header) {
        assertThat(ContentDigest.sha256(List.of(header))).isEqualTo(HEX);
    }

    @Test
    void severalLinesAreOneHeader() {
        assertThat(ContentDigest.sha256(List.of("sha-512=:AAAA:", "sha-256=:" + B64 + ":")))
                .isEqualTo(HEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=" + B64,
                "sha-256=:" + B64,
                "sha-256=:AAAA:",
                "sha-256=:!!!!:",
                "sha-256=:" + B64 + ":,",
                "sha-256=:" + B64 + ": nonsense",
                "SHA-256=:" + B64 + ":",
                "md5",
                "=::",
            })
    void whatIsNotSuchAHeaderIsMalformed(String header) {
        assertThatThrownBy(() -> ContentDigest.sha256(List.of(header)))
                .isInstanceOf(Refused.class)
                .hasMessage("practice.digest-malformed");
    }

    @Test
    void withoutSha256NobodyCanTellWhetherItIsWhole() {
        assertThatThrownBy(() -> ContentDigest.sha256(null)).hasMessage("practice.digest-missing");
        assertThatThrownBy(() -> ContentDigest.sha256(List.of())).hasMessage("practice.digest-missing");
        assertThatThrownBy(() -> ContentDigest.sha256(List.of("sha-512=:AAAA:")))
                .hasMessage("practice.digest-missing");
    }
}
