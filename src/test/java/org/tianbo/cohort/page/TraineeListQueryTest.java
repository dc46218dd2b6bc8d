package org.tianbo.cohort.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.progress.ClassProgress;

class TraineeListQueryTest {

    private static final UUID LAST = UUID.fromString("019b1c5e-7b3a-7c31-9d4e-6f0a4c2f7a10");

    @Test
    void everyonesFirstPageNeedsNoQuery() {
        assertThat(new TraineeListQuery(null, null, false, null, null).query()).isEmpty();
    }

    @Test
    void theNextPageIsOfTheSameList() {
        TraineeListQuery list = new TraineeListQuery("store-opened", 14, true, null, null);

        assertThat(list.from(LAST).query()).isEqualTo("?stage=store-opened&stalledDays=14&left=true&after=" + LAST);
        assertThat(list.isByIdleness()).isFalse();
    }

    @Test
    void theListOfTheIdleGoesOnBehindTheirLastTime() {
        Instant since = Instant.parse("2026-06-18T12:14:05.123Z");
        TraineeListQuery idle = new TraineeListQuery(null, 14, false, null, null);

        TraineeListQuery next = idle.from(new ClassProgress.Idle(since, LAST));

        assertThat(next.isByIdleness()).isTrue();
        assertThat(next.lastIdle()).contains(new ClassProgress.Idle(since, LAST));
        assertThat(next.query()).isEqualTo("?stalledDays=14&after=" + LAST + "&idleSince=2026-06-18T12:14:05.123Z");
    }
}
