package org.tianbo.cohort.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortCardPagesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_230_400_000L);

    @ParameterizedTest
    @CsvSource({
        "1764230399000, 1764230399000",
        "1764230400000, 1764230400000",
        "1764230400001, 1764230400000",
        "9223372036854775807, 1764230400000",
        "-1, 1764230400000",
        ", 1764230400000"
    })
    void aListIsNeverShownLaterThanNow(Long told, long shown) {
        assertThat(CohortCardPages.shownAt(told, NOW)).isEqualTo(Instant.ofEpochMilli(shown));
    }
}
