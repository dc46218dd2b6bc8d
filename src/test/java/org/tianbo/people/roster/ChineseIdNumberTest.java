package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.people.Gender;
import org.tianbo.testsupport.SeededRandom;

class ChineseIdNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @Test
    void ofAGoodNumberOnlyTheEndTheHashAndWhatItTellsAreKept() throws Exception {
        ChineseIdNumber id = ChineseIdNumber.check("99999919891020311X", TODAY, number -> "hash of " + number.length());

        assertThat(id).isEqualTo(new ChineseIdNumber("311X", "hash of 18", LocalDate.of(1989, 10, 20), Gender.MALE));
    }

    @Test
    void widthBlanksAndASmallXMakeNoOtherPerson() throws Exception {
        ChineseIdNumber plain = ChineseIdNumber.check("99999919961205638X", TODAY, number -> number);

        assertThat(ChineseIdNumber.check("９９９９９９ 19961205 638x", TODAY, number -> number))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "999999198910203, roster.id-number-shape",
        "9.99999E+17, roster.id-number-shape",
        "9999991989102031XX, roster.id-number-shape",
        "099999198910203112, roster.id-number-shape",
        "999999198910203110, roster.id-number-checksum"
    })
    void aWrongNumberIsToldByWhatIsWrongWithIt(String number, String code) {
        assertFault(number, code);
    }

    @Test
    void aBirthDateThatIsNoDayOrLiesAheadOrTooFarBackIsRefused() {
        for (String date : new String[] {"19890230", "19891301", "20261102", "19061101", "00000101"}) {
            assertFault(withCheckCharacter("999999" + date + "311"), "roster.id-number-birth-date");
        }
    }

    @Test
    void oneWrongDigitIsAlwaysNoticed() {
        SeededRandom.aThousandTimes(random -> {
            int position = random.nextInt(17);
            int shift = 1 + random.nextInt(9);
            StringBuilder wrong = new StringBuilder(anyNumber(random));
            wrong.setCharAt(position, (char) ('0' + (wrong.charAt(position) - '0' + shift) % 10));

            assertThatThrownBy(() -> ChineseIdNumber.check(wrong.toString(), TODAY, hash -> hash))
                    .isInstanceOf(ChineseIdNumber.NotAnIdNumber.class);
        });
    }

    @Test
    void twoNeighboursSwappedAreAlwaysNoticed() {
        SeededRandom.aThousandTimes(random -> {
            String number = anyNumber(random);
            int position = 6 + random.nextInt(10);
            StringBuilder swapped = new StringBuilder(number);
            swapped.setCharAt(position, number.charAt(position + 1));
            swapped.setCharAt(position + 1, number.charAt(position));

            if (!number.contentEquals(swapped)) {
                assertFault(swapped.toString(), "roster.id-number-checksum");
            }
        });
    }

    private static void assertFault(String number, String code) {
        assertThatThrownBy(() -> ChineseIdNumber.check(number, TODAY, hash -> hash))
                .isInstanceOfSatisfying(ChineseIdNumber.NotAnIdNumber.class, fault -> assertThat(fault.code())
                        .isEqualTo(code));
    }

    private static String anyNumber(Random random) {
        return withCheckCharacter("99999919891020%03d".formatted(random.nextInt(1000)));
    }

    private static String withCheckCharacter(String digits) {
        return digits + ChineseIdNumber.checkCharacter(digits);
    }
}
