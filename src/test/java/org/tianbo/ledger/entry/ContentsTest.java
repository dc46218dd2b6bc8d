package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {

    /** Of the digits of 1e600000000 a page would be computed for minutes. */
    @ParameterizedTest
    @CsvSource({"0, true", "-12050, true", "1e600000000, false", "12.5, false", "9999999999999999999, false", "x, false"
    })
    void onlyWholeNumbersOfASizeThatIsStoredAreReckonedWith(String stored, boolean whole) {
        assertThat(Contents.isWhole(stored)).isEqualTo(whole);
    }
}
