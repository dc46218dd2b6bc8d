package org.tianbo.people.opening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GbCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"360981", "110101", "441900", "659001"})
    void aCountysCodeHasAProvinceAndIsNoPrefecture(String code) {
        assertThat(GbCode.county(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "36098", "3609810", "360900", "360000", "990101", "36098a", "３６０９８１"})
    void whatIsNoCountyIsRefused(String code) {
        assertThat(GbCode.county(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"360981100201", "441900003007"})
    void aVillageStandsUnderItsTownAndCounty(String code) {
        GbCode village = GbCode.village(code).orElseThrow();
        assertThat(code).startsWith(village.town());
        assertThat(village.town()).hasSize(9).startsWith(village.county());
    }

    @ParameterizedTest
    @ValueSource(strings = {"360981100000", "360981000201", "360900100201", "36098110020", "3609811002011"})
    void aTownOrACountyWithZerosIsNoVillage(String code) {
        assertThat(GbCode.village(code)).isEmpty();
    }
}
