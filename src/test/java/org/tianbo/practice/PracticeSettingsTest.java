package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.PracticeSettings.MirrorBands;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingValues;
import org.tianbo.testsupport.SetByCounty;

public class PracticeSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final int USUAL_DAYS = 30;

    public static PracticeSettings settings(CountySettings county) {
        return new PracticeSettings(
                county,
                new SmallRyeConfigBuilder()
                        .withMapping(PracticeConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build()
                        .getConfigMapping(PracticeConfig.class));
    }

    @Test
    void aCountyThatSetsNothingHasTheUsualBands() {
        assertThat(settings(new SetByCounty(Map.of())).bands())
                .isEqualTo(new MirrorBands(3, 5.5, Duration.ofSeconds(5), 0.35, 15, 0.05, 35, 25, 45, 1.5, 10, 0.15));
    }

    @Test
    void aCountyThatSetsItsPaceHasItAndAllElseAsUsual() {
        MirrorBands bands = settings(new SetByCounty(Map.of("practice.pace", "slow-below=2.5,hurried-from=4.5")))
                .bands();

        assertThat(bands.slowBelow()).isEqualTo(2.5);
        assertThat(bands.hurriedFrom()).isEqualTo(4.5);
        assertThat(bands.silenceFrom()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void talkIsDeletedAfterTheUsualTime() {
        assertThat(deletedBefore()).isEqualTo(daysAgo(USUAL_DAYS));
    }

    @Test
    void keptShorterEarlierTalkGoesToo() {
        assertThat(deletedBefore(since(daysAgo(1), 10))).isEqualTo(daysAgo(10));
    }

    @Test
    void keptLongerEarlierTalkGoesAsWasSaid() {
        assertThat(deletedBefore(since(daysAgo(1), 90))).isEqualTo(daysAgo(USUAL_DAYS));
        assertThat(deletedBefore(since(daysAgo(50), 90))).isEqualTo(daysAgo(50));
        assertThat(deletedBefore(since(daysAgo(200), 90))).isEqualTo(daysAgo(90));
    }

    @Test
    void whatWasShortForADayIsDeletedAsWasSaidThatDay() {
        assertThat(deletedBefore(since(daysAgo(20), 10), since(daysAgo(19), USUAL_DAYS)))
                .isEqualTo(daysAgo(19));
    }

    private static Instant deletedBefore(SettingSince... changes) {
        return settings(new CountySettings() {
                    @Override
                    public SettingValues of(Setting setting) {
                        return setting.usual();
                    }

                    @Override
                    public List<SettingSince> history(Setting setting) {
                        return List.of(changes);
                    }
                })
                .talkDeletedBefore(NOW);
    }

    private static SettingSince since(Instant at, int days) {
        return new SettingSince(new SettingValues(Map.of("days", BigDecimal.valueOf(days))), at);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
