package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.QuotaState;
import org.tianbo.media.QuotaState.StorageAmounts;

class StorageSpaceViewTest {

    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest(name = "{0} of {1} tenths of a gigabyte")
    @CsvSource({"15, 20, 2, 1.5, false, false", "17, 20, 2, 1.7, true, false", "20, 20, 2, 2, true, true"})
    void theSpaceIsShownBeforeItIsUsedUp(
            long used, long limit, String limitText, String usedText, boolean nearlyFull, boolean full) {
        StorageSpaceView space = StorageSpaceView.of(new QuotaState(
                new StorageAmounts(limit * GIGABYTE / 10, 10, 10, 10),
                new StorageAmounts(used * GIGABYTE / 10, 0, 7, 0)));

        assertThat(space.limit()).isEqualTo(limitText);
        assertThat(space.used()).isEqualTo(usedText);
        assertThat(space.nearlyFull()).isEqualTo(nearlyFull);
        assertThat(space.full()).isEqualTo(full);
        assertThat(space.manyOpen()).isFalse();
    }
}
