package org.tianbo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.error.Fault.FieldFault;
import org.tianbo.platform.error.Refused;

class SettingTest {

    private static final Setting PACE = new Setting(
                    "practice.pace",
                    SettingField.of("slow", SettingUnit.SYLLABLES_A_SECOND, "1", "8", "3"),
                    SettingField.of("hurried", SettingUnit.SYLLABLES_A_SECOND, "2", "12", "5.5"))
            .rising("slow", "hurried");
    private static final Setting MONEY =
            new Setting("store.line", SettingField.of("yuan", SettingUnit.YUAN, "1", "1000000", "1000"));
    private static final Setting DAYS =
            new Setting("practice.talk", SettingField.whole("days", SettingUnit.DAYS, 1, 365, 30));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1,000.50   | 1000.5
            ¥1,000     |
            １，０００ | 1000
            ' 20 '     | 20
            2.00       | 2
            1000000    | 1000000
            1000000.01 | settings.out-of-range
            0.99       | settings.out-of-range
            -5         | settings.out-of-range
            1.005      | settings.too-exact
            1,00       | settings.no-number
            1e3        | settings.no-number
            NaN        | settings.no-number
            很多       | settings.no-number
            ''         | settings.no-number
            """)
    void moneyIsTakenAsItIsTypedOrRefused(String typed, String outcome) {
        Refused faults = SettingRefused.wrong();
        SettingValues values = MONEY.parse(Map.of("yuan", typed), faults);
        String expected = outcome == null ? "settings.no-number" : outcome;

        if (expected.startsWith("settings")) {
            assertThat(faults.fields()).containsExactly(new FieldFault("yuan", expected));
        } else {
            assertThat(faults.fields()).isEmpty();
            assertThat(values.byName()).containsEntry("yuan", new BigDecimal(expected));
        }
    }

    @Test
    void daysAreWhole() {
        Refused faults = SettingRefused.wrong();
        DAYS.parse(Map.of("days", "1.5"), faults);

        assertThat(faults.fields()).containsExactly(new FieldFault("days", "settings.not-whole"));
    }

    @Test
    void everyFieldSaysWhatIsWrongWithIt() {
        Refused faults = SettingRefused.wrong();
        PACE.parse(Map.of("slow", "9"), faults);

        assertThat(faults.fields())
                .containsExactly(
                        new FieldFault("slow", "settings.out-of-range"),
                        new FieldFault("hurried", "settings.no-number"));
    }

    @Test
    void slowMustBeSlowerThanHurried() {
        Refused faults = SettingRefused.wrong();
        PACE.parse(Map.of("slow", "4", "hurried", "4"), faults);

        assertThat(faults.fields()).containsExactly(new FieldFault("hurried", "settings.not-rising"));
    }

    @Test
    void whatIsStoredIsCompletedByWhatIsUsualAndNothingElse() {
        SettingValues values = PACE.completed(Map.of("slow", new BigDecimal("2.50"), "struck", BigDecimal.TEN));

        assertThat(values.byName()).isEqualTo(Map.of("slow", new BigDecimal("2.5"), "hurried", new BigDecimal("5.5")));
    }

    @Test
    void numbersAreReadInWhatTheyCount() {
        SettingValues values = new SettingValues(Map.of(
                "yuan", new BigDecimal("1000.5"), "seconds", new BigDecimal("2.5"), "percent", new BigDecimal("35")));

        assertThat(values.fen("yuan")).isEqualTo(1_000_50);
        assertThat(values.seconds("seconds")).isEqualTo(Duration.ofMillis(2_500));
        assertThat(values.share("percent")).isEqualTo(0.35);
        assertThat(values.whole("percent")).isEqualTo(35);
    }

    @Test
    void aSettingBelongsToItsFeature() {
        assertThat(List.of(PACE.feature(), PACE.name())).containsExactly("practice", "pace");
    }
}
