package org.tianbo.cohort.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.SeededRandom;

class DrawTest {

    @Test
    void theSameSeedAndPopulationGiveTheSameSampleInWhateverOrderTheyCome() {
        SeededRandom.aThousandTimes(random -> {
            List<UUID> population = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                    .limit(1 + random.nextInt(40))
                    .toList();
            String seed = Long.toHexString(random.nextLong());
            int size = random.nextInt(population.size() + 1);
            List<UUID> shuffled = new ArrayList<>(population);
            shuffled.addAll(population);
            Collections.shuffle(shuffled, random);

            List<UUID> sample = Draw.sample(seed, population, size);

            assertThat(Draw.sample(seed, shuffled, size)).isEqualTo(sample);
            assertThat(Draw.digest(shuffled)).isEqualTo(Draw.digest(population));
            assertThat(sample).hasSize(size).doesNotHaveDuplicates().isSubsetOf(population);
        });
    }

    @Test
    void everybodyIsDrawnAboutAsOften() {
        List<UUID> population =
                IntStream.range(0, 10).mapToObj(n -> new UUID(1, n)).toList();
        Map<UUID, Integer> times = new HashMap<>();
        IntStream.range(0, 2_000).forEach(seed -> Draw.sample(Integer.toString(seed), population, 3)
                .forEach(id -> times.merge(id, 1, Integer::sum)));

        assertThat(times.values()).hasSize(10).allSatisfy(count -> assertThat(count)
                .isBetween(500, 700));
    }

    @Test
    void aPercentageIsRoundedUpAndNobodyIsDrawnTwice() {
        assertThat(Draw.size(10, true, 3)).isEqualTo(1);
        assertThat(Draw.size(100, true, 3)).isEqualTo(3);
        assertThat(Draw.size(500, false, 3)).isEqualTo(3);
    }

    /** {@code printf '00000000-0000-0001-0000-000000000000\\n' | sha256sum}. */
    @Test
    void theDigestIsThatOfAFileWithAnIdOnEachLine() {
        assertThat(Draw.digest(List.of(new UUID(1, 0))))
                .isEqualTo("7b0dd11be6edadd86da0b6f63775c3253692c8be6627cbb942e859e22c1d4f71");
    }
}
